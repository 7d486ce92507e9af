import { useId, useState, type CSSProperties, type ReactElement } from "react";
import type { TencentErrorClient } from "../client/TencentErrorClient.js";
import { tencentCatalog } from "../catalog/tencentCatalog.js";

interface InjectorProps {
  readonly client: TencentErrorClient;
  readonly control: CSSProperties;
}

/** Makes a call fail with a code of the table, as if a server had sent it: it is held, shown and healed like any other. */
export function Injector({ client, control }: InjectorProps): ReactElement {
  const id = useId();
  const [code, setCode] = useState(-73);
  return (
    <span>
      <label htmlFor={id}>Code</label>{" "}
      <select id={id} value={code} style={control} onChange={(event) => setCode(Number(event.target.value))}>
        {tencentCatalog.rows.map((row) => (
          <option key={row.code} value={row.code}>
            {row.code} {row.reason}
          </option>
        ))}
      </select>{" "}
      <button type="button" style={control} onClick={() => inject(client, code)}>
        Inject
      </button>
    </span>
  );
}

function inject(client: TencentErrorClient, code: number): void {
  const key = {};
  const isOAuth = code >= 100000 && code < 200000;
  let isSpent = false;
  const call = client.guard(
    async () => {
      // the second try succeeds, so that the recovery can be seen
      if (isSpent) return;
      isSpent = true;
      client.unwrap(isOAuth ? { error: code } : { ret: code });
    },
    { replay: "auto" },
  );
  const send = (): void => {
    call().then(
      () => client.board.clear(key),
      (error: unknown) => client.board.post(key, error, send),
    );
  };
  send();
}
