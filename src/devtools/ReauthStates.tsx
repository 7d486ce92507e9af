import { useSyncExternalStore, type ReactElement } from "react";
import type { Reauth } from "../client/Reauth.js";
import { every as statuses } from "../client/reauthTable.js";
import type { Palette } from "./palette.js";

interface ReauthStatesProps {
  readonly reauth: Reauth;
  readonly palette: Palette;
}

/** Where the reauthorization stands among all its states, and what waits for it. */
export function ReauthStates({ reauth, palette }: ReauthStatesProps): ReactElement {
  const { status, reason, epoch, affected, toConfirm } = useSyncExternalStore(
    reauth.subscribe,
    reauth.getSnapshot,
    reauth.getServerSnapshot,
  );
  const { muted, line, tint, accent } = palette;
  const pill = { padding: "1px 9px", border: `1px solid ${line}`, borderRadius: 99, color: muted };
  const current = { ...pill, border: `1px solid ${accent}`, background: tint, color: accent, fontWeight: 600 };
  return (
    <>
      <h2 style={{ margin: "0 0 8px", fontSize: 14 }}>Signing in again</h2>
      <ol
        aria-label="States"
        style={{ display: "flex", flexWrap: "wrap", gap: 6, margin: 0, padding: 0, listStyle: "none" }}
      >
        {statuses.map((each) => (
          <li key={each} aria-current={each === status ? "step" : undefined} style={each === status ? current : pill}>
            {each}
          </li>
        ))}
      </ol>
      <p style={{ margin: "8px 0 0", color: muted }}>
        <span>
          Epoch {epoch} · {affected === 1 ? "1 call waits" : `${String(affected)} calls wait`} ·{" "}
          {toConfirm === 1 ? "1 change needs a yes" : `${String(toConfirm)} changes need a yes`}
          {reason === null ? "" : ` · It ended with ${reason}`}.
        </span>
      </p>
    </>
  );
}
