import { useState, type ReactElement } from "react";
import { createRoot } from "react-dom/client";
import { createTencentErrorClient } from "../../../src/core.js";
import { autoReauth } from "../../../src/flows/autoReauth.js";
import { ReauthPrompt, TencentErrorProvider, useReauth } from "../../../src/index.js";
import en from "../../../src/locales/en.js";
import "../../../src/styles/styles.css";

const asked = new URLSearchParams(location.search);
const sandbox = asked.get("sandbox") ?? "";
const me = asked.get("as") ?? undefined;
let draft = "";
let restored = 0;

const client = createTencentErrorClient({
  reauth: autoReauth({
    clientId: "100000001",
    redirectUri: "/tencent-callback.html",
    authorizeUrl: `${sandbox}/oauth2.0/authorize`,
    choose: () => (asked.get("way") === "redirect" ? "redirect" : undefined),
    appState: {
      save: () => draft,
      restore: (kept) => {
        draft = String(kept);
        restored += 1;
      },
    },
    // declared below, as modules of an app often are
    exchange: (grant) => exchange(grant),
  }),
  ...(me && { accountId: () => me }),
});

const save = client.guard(async () => client.unwrap(await Promise.resolve({ ret: -21, msg: "revoked" })));

const exchange = async ({ code, state }: { readonly code: string; readonly state: string }): Promise<object> => {
  const body = JSON.stringify({ code, state });
  const headers = { "content-type": "application/json" };
  return (await fetch("/app/session/qq", { method: "POST", headers, body })).json() as Promise<object>;
};

function Draft(): ReactElement {
  const [text, setText] = useState(draft);
  return (
    <input
      aria-label="Draft"
      value={text}
      onChange={({ target }) => {
        draft = target.value;
        setText(draft);
      }}
    />
  );
}

function Page(): ReactElement {
  const { status, epoch } = useReauth();
  return (
    <>
      <p>{`${status} ${String(epoch)}`}</p>
      {/* where the app names its people, what was typed comes back once it is known who has signed in: docs/recipes/apps.md */}
      <Draft key={me === undefined ? 0 : restored} />
      <button type="button" onClick={() => void save().catch(() => undefined)}>
        Save
      </button>
      <button
        type="button"
        onClick={() => addEventListener("beforeunload", (event) => event.preventDefault(), { once: true })}
      >
        Ask before leaving
      </button>
      <button type="button" onClick={() => client.reauth.require(client.diagnose({ ret: -21 }))}>
        Fail
      </button>
      <ReauthPrompt />
    </>
  );
}

const root = document.getElementById("root");
if (root !== null) {
  createRoot(root).render(
    <TencentErrorProvider client={client} locale={en}>
      <Page />
    </TencentErrorProvider>,
  );
}
