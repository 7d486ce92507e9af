import { type ReactElement, useState } from "react";
import { createRoot } from "react-dom/client";
import { wechat, wechatReauth } from "../../../examples/wechat-pack/src/index.js";
import { createTencentErrorClient, tencentCatalog, unwrap } from "../../../src/core.js";
import { popupReauth } from "../../../src/flows/popupReauth.js";
import { ReauthPrompt, TencentErrorProvider, useReauth } from "../../../src/index.js";
import en from "../../../src/locales/en.js";
import "../../../src/styles/styles.css";

const asked = new URLSearchParams(location.search);

const exchange = async (path: string, { code, state }: { readonly code: string; readonly state: string }) =>
  (await fetch(path, { method: "POST", body: JSON.stringify({ code, state }) })).json() as Promise<{
    readonly accountId: string;
  }>;

const client = createTencentErrorClient({
  catalogs: [tencentCatalog, wechat],
  reauth: [
    popupReauth({
      clientId: "100000001",
      redirectUri: "/wechat-callback.html",
      exchange: (grant) => exchange("/app/session/qq", grant),
    }),
    wechatReauth({
      appId: "wx0123456789abcdef",
      inApp: { appId: "wxfedcba9876543210" },
      redirectUri: "/wechat-callback.html",
      name: "WeChat",
      origin: asked.get("weixin") ?? "",
      way: asked.get("way") === "window" ? "window" : "panel",
      exchange: (grant) => exchange("/app/session/wechat", grant),
    }),
  ],
  accountId: () => "ann",
});

const load = client.guard(
  async () => unwrap((await (await fetch("/api/wechat/friends")).json()) as { readonly name: string }),
  { replay: "auto" },
);

function Page(): ReactElement {
  const { status, reason, epoch } = useReauth();
  const [name, setName] = useState("");
  return (
    <>
      <p>{`${status} ${reason ?? ""} ${String(epoch)} ${name}`}</p>
      <button
        type="button"
        onClick={() =>
          void load().then(
            (answer) => setName(answer.name),
            () => setName("none"),
          )
        }
      >
        Load
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
