import { useState, type ReactElement } from "react";
import type { SandboxWorld } from "./sandboxWorld.js";

// prettier-ignore
const orders = {
  "Wrong parameter (-1)": { code: -1 },
  "Signature (-5)": { code: -5 },
  "Too many requests (-6)": { code: -6, times: 8 },
  "Too many, come back in 5 s": { code: -6, retryAfter: 5 },
  "Unknown code (-999)": { body: '{"ret":-999,"msg":"an undocumented failure"}' },
  "502 from the gateway": { html: 502, times: 8 },
  "The next exchange fails": { path: "/app/session/qq", code: 100019 },
} as const;

/** Controls of the sandbox. Not part of the app. */
export function Lab({ world }: { readonly world: SandboxWorld }): ReactElement {
  const [done, setDone] = useState("");
  const pull = (label: string, command: string, body?: unknown): ReactElement => (
    <button key={label} type="button" onClick={() => void world.command(command, body).then(() => setDone(label))}>
      {label}
    </button>
  );
  return (
    <aside className="lab" aria-label="Sandbox">
      <p>At Tencent's servers (the sandbox):</p>
      <div className="row">
        {pull("Revoke the sign-in (100016)", "revoke")}
        {pull("Let it expire (100014)", "expire")}
        {pull("Change the password (-73)", "password")}
      </div>
      <p>The next call fails with:</p>
      <div className="row">{Object.entries(orders).map(([label, order]) => pull(label, "orders", order))}</div>
      <p role="status">{done === "" ? "" : `Done: ${done}. Now use the app above.`}</p>
    </aside>
  );
}
