import { useState, type ReactElement } from "react";
import { createRoot } from "react-dom/client";
import { createTencentErrorClient, type TencentErrorClient } from "../../../src/core.js";
import { popupReauth } from "../../../src/flows/popupReauth.js";
import { ReauthPrompt, TencentErrorProvider } from "../../../src/index.js";
import en from "../../../src/locales/en.js";
import "../../../src/styles/styles.css";
import type { Rig } from "./Rig.js";

declare global {
  interface Window {
    rig: Rig;
  }
}

const query = new URLSearchParams(location.search);
window.rig = watch();
const client = createTencentErrorClient({
  reauth: popupReauth({
    clientId: "100000001",
    redirectUri: "/callback.html",
    authorizeUrl: query.get("provider") ?? undefined,
    allowEmbedded: true,
    exchange({ code }) {
      window.rig.codes.push(code);
      return Promise.resolve({ accountId: "a" });
    },
  }),
  onEvent: ({ type }) => window.rig.events.push(type),
});
createRoot(document.getElementById("root")!).render(<Page client={client} />);

/** Notes what a person and a script can see of the sign-in window, 50 times a second. */
function watch(): Rig {
  const rig: Rig = { events: [], codes: [], sights: [] };
  const handles: Window[] = [];
  const open = window.open.bind(window);
  window.open = (...args) => {
    const handle = open(...args);
    if (handle !== null) handles.push(handle);
    return handle;
  };
  setInterval(() => {
    const title = document.querySelector("[data-part=prompt] [data-part=title]")?.textContent ?? null;
    const isClosed = handles.at(-1)?.closed ?? null;
    const last = rig.sights.at(-1);
    if (last?.title !== title || last.isClosed !== isClosed)
      rig.sights.push({ title, isClosed, windows: handles.length, at: Date.now() });
  }, 20);
  return rig;
}

function Page({ client }: { readonly client: TencentErrorClient }): ReactElement {
  const [count, setCount] = useState(0);
  const load = (): void => {
    setCount(count + 1);
    client.reauth.require(client.diagnose({ ret: -23, msg: "openkey is invalid" }));
  };
  return (
    <TencentErrorProvider client={client} locale={en}>
      <main>
        <h1>An app</h1>
        <button type="button" onClick={load}>
          Load
        </button>
        <output>{count}</output>
      </main>
      <ReauthPrompt />
    </TencentErrorProvider>
  );
}
