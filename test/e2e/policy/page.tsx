import { useState, type ReactElement } from "react";
import { createRoot } from "react-dom/client";
import { sampleBody } from "../../../src/cli/explain.js";
import { createTencentErrorClient, tencentCatalog, type ReauthOutcome, type ReauthRequest } from "../../../src/core.js";
import { ticketDesk } from "../../../src/flows/ticketDesk.js";
import {
  ErrorNotice,
  ErrorNoticeRegion,
  ReauthPrompt,
  TencentErrorProvider,
  TicketDialog,
} from "../../../src/index.js";
import en from "../../../src/locales/en.js";
import "../../../src/styles/styles.css";
import type {} from "./Played.js";

let end: (outcome: ReauthOutcome) => void = () => undefined;
let tell: ReauthRequest["onProgress"] = () => undefined;
const client = createTencentErrorClient({
  support: ticketDesk({ submit: async () => ({ id: "T-1" }), files: true }),
  reauth: {
    kind: "played",
    start: (request) => {
      tell = request.onProgress;
      return { outcome: new Promise((resolve) => (end = resolve)), paste: () => undefined };
    },
  },
});

// what the test plays from outside
window.played = {
  ask: () => client.reauth.require(client.diagnose({ ret: -73 })),
  begin: () => client.reauth.start(),
  tell: (status, windowClosed) => tell({ status, windowClosed }),
  end: (outcome) => end(outcome),
  leave: () => client.reauth.cancel(),
};

const bodies = tencentCatalog.rows.map(({ code }) => sampleBody(code));

function Page(): ReactElement {
  const [isOpen, setOpen] = useState(false);
  return (
    <TencentErrorProvider client={client} locale={en}>
      <button onClick={() => setOpen(true)}>Ticket</button>
      <TicketDialog error={{ ret: -5 }} open={isOpen} onOpenChange={setOpen} />
      {(["user", "developer"] as const).flatMap((audience) =>
        (["inline", "banner", "page"] as const).map((variant) => (
          <section key={audience + variant}>
            {bodies.map((error, index) => (
              <ErrorNotice
                key={index}
                {...{ error, audience, variant }}
                details
                announce={index === 0}
                onRetry={() => undefined}
              />
            ))}
          </section>
        )),
      )}
      <ErrorNoticeRegion />
      <ReauthPrompt interrupt="always" />
    </TencentErrorProvider>
  );
}

createRoot(document.getElementById("app") ?? document.body).render(<Page />);
