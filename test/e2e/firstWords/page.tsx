import { useEffect, useState, type ReactElement } from "react";
import { createRoot } from "react-dom/client";
import { sampleBody } from "../../../src/cli/explain.js";
import { createTencentErrorClient, tencentCatalog } from "../../../src/core.js";
import { ErrorNotice, ReauthPrompt, TencentErrorProvider } from "../../../src/index.js";
import en from "../../../src/locales/en.js";
import "../../../src/styles/styles.css";
import type { Seen } from "./Seen.js";

const seen = { starts: 0, retries: 0, said: [] as string[], errors: [] as (string | undefined)[], shift: 0 };
const client = createTencentErrorClient({
  // by default when nothing else is to be done
  prefetch: location.search === "?idle" ? undefined : "failure",
  reauth: {
    kind: "counted",
    start() {
      seen.starts += 1;
      return { outcome: new Promise(() => undefined) };
    },
  },
  onEvent: ({ type, detail }) => {
    if (type === "internal.error") seen.errors.push(detail);
  },
});

function Page(): ReactElement {
  const [failed, setFailed] = useState<Parameters<Seen["fail"]>>([[]]);
  useEffect(() => {
    window.words = Object.assign(seen, {
      fail: (...next: Parameters<Seen["fail"]>) => setFailed(next),
      codes: tencentCatalog.rows.map(({ code }) => sampleBody(code)),
    });
  }, []);
  const [bodies, audience] = failed;
  return (
    <TencentErrorProvider client={client} locale={en}>
      {bodies.map((error, index) => (
        <ErrorNotice key={index} {...{ error, audience }} onRetry={() => (seen.retries += 1)} />
      ))}
      <ReauthPrompt />
    </TencentErrorProvider>
  );
}

createRoot(document.getElementById("app") ?? document.body).render(<Page />);

new MutationObserver(() => {
  const text = document.querySelector("[data-part=live]")?.textContent ?? "";
  if (text !== "" && text !== seen.said.at(-1)) seen.said.push(text);
}).observe(document.body, { subtree: true, childList: true, characterData: true });

new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) seen.shift += "value" in entry ? Number(entry.value) : 0;
}).observe({ type: "layout-shift", buffered: true });
