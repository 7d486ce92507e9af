import { createTencentErrorClient } from "tencent-error-kit/core";
import { tencentFetch } from "tencent-error-kit/fetch";
import { popupReauth } from "tencent-error-kit/flows/popupReauth";
import { tencentSwr } from "tencent-error-kit/swr";

/** The app's back end: here the stand-in that `npm start` of the kit serves. */
const server = process.env.NEXT_PUBLIC_SERVER ?? "http://localhost:6007";

export interface Friend {
  readonly nickname: string;
}

const post = (path: string, body: object): Promise<object> =>
  tencentFetch(`${server}${path}`, {
    method: "POST",
    credentials: "include",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

export const signIn = (): Promise<unknown> => post("/app/session/demo", {});
export const fetcher = <Answer>(path: string): Promise<Answer> =>
  tencentFetch<Answer>(`${server}${path}`, { credentials: "include" });

export const client = createTencentErrorClient({
  reauth: popupReauth({
    clientId: "100000001",
    redirectUri: "/tencent-callback",
    authorizeUrl: `${server}/oauth2.0/authorize`,
    exchange: ({ code, state }) => post("/app/session/qq", { code, state }),
  }),
});
export const swrConfig = tencentSwr(client);
