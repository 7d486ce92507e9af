import { virtual } from "@guidepup/virtual-screen-reader";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createTencentErrorClient, type SupportDesk } from "../../../src/core.js";
import { ticketDesk } from "../../../src/flows/ticketDesk.js";
import { ErrorNotice, TencentErrorProvider } from "../../../src/index.js";
import en from "../../../src/locales/en.js";
import "../../../src/styles/styles.css";
import type {} from "./Heard.js";

const received: string[] = [];

/** How a desk can be, by its name in this page's address. */
const desks: Readonly<Record<string, NonNullable<SupportDesk["submit"]>>> = {
  open: () => new Promise((resolve) => setTimeout(resolve, 0, { id: "T-1" })),
  down: () => Promise.reject(new Error("502")),
  silent: () => new Promise(() => undefined),
  broken() {
    throw new Error("a desk with a defect");
  },
};

const submit = desks[location.hash.slice(1)] ?? Promise.reject;
const client = createTencentErrorClient({
  support: ticketDesk({
    submit(draft, files) {
      if (!navigator.onLine) throw new TypeError("Failed to fetch");
      received.push(draft.text);
      return submit(draft, files);
    },
  }),
});

/** Inside of a host's own modal, where a ticket is hardest to copy. */
const modal = document.body.appendChild(document.createElement("dialog"));
modal.showModal();
createRoot(modal).render(
  <StrictMode>
    <TencentErrorProvider client={client} locale={en}>
      <h1>Friends</h1>
      <ErrorNotice error={{ ret: -3 }} />
    </TencentErrorProvider>
  </StrictMode>,
);

/** Starts the screen reader, or returns what it said. It follows the focus into the dialog on top, and hears nothing outside of it. */
async function heard(): Promise<readonly string[]> {
  const log = await virtual.spokenPhraseLog().catch(() => []);
  const container = [...document.querySelectorAll("dialog")].pop() ?? document.body;
  await virtual.stop();
  await virtual.start({ container });
  return log;
}

Object.assign(window, { heard, received });
