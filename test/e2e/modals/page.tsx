import { StrictMode, useState, type ReactElement } from "react";
import { createRoot } from "react-dom/client";
import { createTencentErrorClient, type ReauthOutcome, type TencentErrorClient } from "../../../src/core.js";
import { ReauthPrompt, TencentErrorProvider } from "../../../src/index.js";
import en from "../../../src/locales/en.js";
import "../../../src/styles/styles.css";
import type { Host } from "./Host.js";
import "./page.css";
import { situations } from "./situations.js";

declare global {
  interface Window {
    /** What happened so far. */
    seen: { starts: number; closes: number; readonly pasted: string[] };
  }
}

/** A page whose modal is open when a call fails: `?situation=0&strict`. */
async function open(): Promise<void> {
  const query = new URLSearchParams(location.search);
  const situation = situations[Number(query.get("situation"))]!;
  const hosts = (await import(`./hosts/${situation.library}.tsx`)) as Readonly<Record<string, Host>>;
  window.seen = { starts: 0, closes: 0, pasted: [] };
  const page = (
    <Page client={clientOfPage()} Host={hosts[situation.host]!} holdsPrompt={situation.holdsPrompt === true} />
  );
  createRoot(document.getElementById("root")!).render(query.has("strict") ? <StrictMode>{page}</StrictMode> : page);
}

function clientOfPage(): TencentErrorClient {
  return createTencentErrorClient({
    reauth: {
      kind: "pretended",
      start({ onProgress }) {
        window.seen.starts += 1;
        onProgress({ status: "waiting" });
        return {
          outcome: new Promise<ReauthOutcome>(() => undefined),
          paste: (text) => void window.seen.pasted.push(text),
        };
      },
    },
  });
}

interface PageProps {
  readonly client: TencentErrorClient;
  readonly Host: Host;
  readonly holdsPrompt: boolean;
}

function Page({ client, Host, holdsPrompt }: PageProps): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const close = (): void => {
    window.seen.closes += 1;
    setOpen(false);
  };
  return (
    <TencentErrorProvider client={client} locale={en}>
      <main>
        <h1>The page</h1>
        <button type="button" onClick={() => setOpen(true)}>
          Open
        </button>
      </main>
      <Host isOpen={isOpen} onClose={close}>
        <p>
          <label>
            Name <input />
          </label>
        </p>
        <button
          type="button"
          onClick={() => client.reauth.require(client.diagnose({ ret: -23, msg: "openkey is invalid" }))}
        >
          Save
        </button>
        {holdsPrompt ? <ReauthPrompt /> : null}
      </Host>
      {holdsPrompt ? null : <ReauthPrompt />}
    </TencentErrorProvider>
  );
}

void open();
