// @bench group=floor label="WHOLE JOB by hand: core + react + query + zh + en + CSS"
import "../../floor/style.css";
import { useSyncExternalStore } from "react";
import { Notice, Dialog, describe } from "../../floor/react.jsx";
import { createGate, singleFlight } from "../../floor/query.js";
import { normalise } from "../../floor/core.js";
import { zh } from "../../floor/zh.js";
import { en } from "../../floor/en.js";
export { createGate, singleFlight };
export function ErrorNotice({ error, locale, onAction }) {
  return <Notice {...describe(normalise(error), locale === "zh" ? zh : en)} onAction={onAction} />;
}
export function ReauthPrompt({ gate, locale, onConfirm }) {
  const { count } = useSyncExternalStore(gate.subscribe, gate.get);
  const u = (locale === "zh" ? zh : en).u;
  return (
    <Dialog
      open={count > 0}
      title={u.dialogTitle}
      body={u.dialogBody}
      cancel={u.cancel}
      confirm={u.reauth}
      onConfirm={onConfirm}
    />
  );
}
