import { createTencentErrorClient } from "tencent-error-kit/core";
import { tencentFetch } from "tencent-error-kit/fetch";
import { popupReauth } from "tencent-error-kit/flows/popupReauth";

/** The app's back end: here the stand-in that `npm start` of the kit serves. */
const server: string = import.meta.env["VITE_SERVER"] ?? "http://localhost:6007";

export interface Friend {
  readonly nickname: string;
}

const ask = <Answer>(path: string, init?: RequestInit): Promise<Answer> =>
  tencentFetch<Answer>(`${server}${path}`, { credentials: "include", ...init });
const post = <Answer>(path: string, body: object): Promise<Answer> =>
  ask(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

export const signIn = (): Promise<unknown> => post("/app/session/demo", {});
export const friends = async (): Promise<readonly Friend[]> =>
  (await ask<{ readonly friends: readonly Friend[] }>("/app/api/friends")).friends;

export const client = createTencentErrorClient({
  reauth: popupReauth({
    clientId: "100000001",
    redirectUri: "/tencent-callback.html",
    authorizeUrl: `${server}/oauth2.0/authorize`,
    exchange: ({ code, state }) => post("/app/session/qq", { code, state }),
  }),
});
