// @bench group=visible label="hand-written gate + one notice + one dialog"
import { useSyncExternalStore } from "react";
import "../../floor/style.css";
import { Notice, Dialog } from "../../floor/react.jsx";
import { createGate } from "../../floor/query.js";
export function create({ QueryClient }) {
  const client = new QueryClient(),
    gate = createGate(client);
  function Prompt() {
    const { count } = useSyncExternalStore(gate.subscribe, gate.get);
    return (
      <>
        {count > 0 && <Notice title="expired" message={`${count} requests`} action="again" onAction={gate.recover} />}
        <Dialog open={count > 0} title="expired" body="again?" confirm="again" cancel="no" onConfirm={gate.recover} />
      </>
    );
  }
  return {
    client,
    recover: gate.recover,
    notice: "dialog[open]",
    Root: ({ children }) => (
      <>
        {children}
        <Prompt />
      </>
    ),
  };
}
