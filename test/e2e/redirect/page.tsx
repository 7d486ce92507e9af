import { useEffect, useState, type ReactElement } from "react";
import { createRoot } from "react-dom/client";
import { createTencentErrorClient } from "../../../src/core.js";
import { autoReauth } from "../../../src/flows/autoReauth.js";
import { ReauthPrompt, TencentErrorProvider, useReauth } from "../../../src/index.js";
import en from "../../../src/locales/en.js";
import "../../../src/styles/styles.css";

const asked = new URLSearchParams(location.search);
const sandbox = asked.get("sandbox") ?? "";
let setDraft: (draft: string) => void = () => undefined;
let draft = "";

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
        setDraft(draft);
      },
    },
    // declared below, as modules of an app often are
    exchange: (grant) => exchange(grant),
  }),
});

const exchange = async ({ code, state }: { readonly code: string; readonly state: string }): Promise<object> => {
  const body = JSON.stringify({ code, state });
  const headers = { "content-type": "application/json" };
  return (await fetch("/app/session/qq", { method: "POST", headers, body })).json() as Promise<object>;
};

function Page(): ReactElement {
  const { status, epoch } = useReauth();
  const [text, setText] = useState(draft);
  useEffect(() => {
    setDraft = setText;
  }, []);
  return (
    <>
      <p>{`${status} ${String(epoch)}`}</p>
      <input
        aria-label="Draft"
        value={text}
        onChange={({ target }) => {
          draft = target.value;
          setText(draft);
        }}
      />
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
