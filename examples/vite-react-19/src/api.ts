import axios from "axios";
import { attachTencentAxios } from "tencent-error-kit/axios";
import { createTencentErrorClient } from "tencent-error-kit/core";
import { popupReauth } from "tencent-error-kit/flows/popupReauth";

/** The app's back end: here the stand-in that `npm start` of the kit serves. */
const server: string = import.meta.env["VITE_SERVER"] ?? "http://localhost:6007";

const api = axios.create({ baseURL: server, withCredentials: true });

export interface Friend {
  readonly nickname: string;
}

export const client = createTencentErrorClient({
  reauth: popupReauth({
    clientId: "100000001",
    redirectUri: "/tencent-callback.html",
    authorizeUrl: `${server}/oauth2.0/authorize`,
    exchange: async ({ code, state }) => (await api.post("/app/session/qq", { code, state })).data,
  }),
});
// nothing asks again here but the person, so readings wait for the sign-in as changes do
attachTencentAxios(api, client, { replay: "auto" });

export const signIn = (): Promise<unknown> => api.post("/app/session/demo", {});
/** Fails as Umi's request does: `{ success: false, errorCode, errorMessage, showType }` in an HTTP 200. */
export const friends = async (): Promise<readonly Friend[]> =>
  (await api.get<{ readonly friends: readonly Friend[] }>("/app/api/friends")).data.friends;
