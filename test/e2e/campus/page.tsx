import { type ReactElement, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { campusReauth } from "../../../docs/recipes/campusReauth.js";
import { createTencentErrorClient, defineCatalog, tencentCatalog } from "../../../src/core.js";
import { createTencentFetch } from "../../../src/fetch.js";
import { popupReauth } from "../../../src/flows/popupReauth.js";
import { ErrorNotice, ReauthPrompt, TencentErrorProvider } from "../../../src/index.js";
import en from "../../../src/locales/en.js";
import "../../../src/styles/styles.css";

// A third provider beside QQ, as an app's author writes it from docs/recipes/packs.md and callback.md.
const campus = defineCatalog({
  name: "campus",
  dialects: [{ name: "campus", codeKey: "errno", messageKey: "errtext" }],
  paths: ["/api/campus"],
  rows: [
    {
      ...{ code: "CARD_SESSION_OVER", reason: "CARD_SESSION_OVER", category: "reauth", fixer: "user", retry: "auth" },
      ...{ documented: [], remedies: ["reauthorize"] },
    },
  ],
  words: {
    en: async () => ({ user: { CARD_SESSION_OVER: { title: "Your {provider} sign-in has ended" } } }),
  },
});

const post = async (path: string, { code, state }: { readonly code: string; readonly state: string }) =>
  (await fetch(path, { method: "POST", body: JSON.stringify({ code, state }) })).json() as Promise<{
    readonly accountId: string;
  }>;

const returnPage = "/campus-callback.html";
const client = createTencentErrorClient({
  catalogs: [tencentCatalog, campus],
  reauth: [
    popupReauth({ clientId: "100000001", redirectUri: returnPage, exchange: (grant) => post("/session/qq", grant) }),
    campusReauth({
      authorizeUrl: new URLSearchParams(location.search).get("campus") ?? "",
      returnPage,
      exchange: (grant) => post("/session/campus", grant),
    }),
  ],
});
const tencentFetch = createTencentFetch(client);

interface Loans {
  readonly loans: readonly string[];
}

function Page(): ReactElement {
  const [{ data, error }, setState] = useState<{ readonly data?: Loans; readonly error?: unknown }>({});
  const load = (): void =>
    void tencentFetch<Loans>("/api/campus/loans").then(
      (data) => setState({ data }),
      (error: unknown) => setState({ error }),
    );
  useEffect(load, []);
  return error === undefined ? <main>{data?.loans.join()}</main> : <ErrorNotice error={error} onRetry={load} />;
}

const root = document.getElementById("root");
if (root !== null) {
  createRoot(root).render(
    <TencentErrorProvider client={client} locale={en}>
      <Page />
      <ReauthPrompt />
    </TencentErrorProvider>,
  );
}
