import { createTencentErrorClient } from "tencent-error-kit/core";
import { createTencentFetch } from "tencent-error-kit/fetch";
import { popupReauth } from "tencent-error-kit/flows/popupReauth";

declare global {
  interface Window {
    dataLayer?: object[];
  }
}

/** One for the page, and on the server one for all who visit. */
export const client = createTencentErrorClient({
  reauth: popupReauth({
    clientId: "100000001",
    redirectUri: "/tencent-callback",
    authorizeUrl: `${process.env.NEXT_PUBLIC_SERVER ?? "http://localhost:6007"}/oauth2.0/authorize`,
    exchange: ({ code, state }) => post<{ accountId: string }>("/api/session/qq", { code, state }),
  }),
  onEvent: (event) => (window.dataLayer ??= []).push(event),
});

export const tencentFetch = createTencentFetch(client);

export const post = <Answer>(path: string, body: object): Promise<Answer> =>
  tencentFetch<Answer>(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
