import axios, { type AxiosRequestConfig } from "axios";
import { toast } from "sonner";
import { attachTencentAxios } from "tencent-error-kit/axios";
import { createTencentErrorClient } from "tencent-error-kit/core";
import { popupReauth } from "tencent-error-kit/flows/popupReauth";
import { useSession, type Me } from "@/lib/session";

/** The app's back end: here the stand-in that `npm start` of the kit serves. */
const server: string = import.meta.env["VITE_SERVER"] ?? "http://localhost:6007";

const api = axios.create({ baseURL: server, timeout: 15_000 });

api.interceptors.request.use((config) => {
  const { token } = useSession.getState();
  if (token !== null) config.headers.set("x-session", token);
  config.headers.set("x-csrf-token", "5f2b");
  return config;
});

api.interceptors.response.use(
  (response) => response.data,
  (error: Error) => {
    // asked a moment later: a notice on the page, or the prompt, says it in the reader's language
    setTimeout(() => client.shows(error) || toast.error(error.message), 200);
    return Promise.reject(error);
  },
);

export const client = createTencentErrorClient({
  reauth: popupReauth({
    clientId: "100000001",
    redirectUri: "/tencent-callback.html",
    authorizeUrl: `${server}/oauth2.0/authorize`,
    exchange: async ({ code, state }) => {
      const me = await signInWithQQ(code, state);
      return { accountId: me.id };
    },
  }),
  accountId: () => useSession.getState().me?.id,
});
attachTencentAxios(api, client);

/** The interceptor above hands out bodies, which axios's own types can't know. */
const get = <Body>(url: string, config?: AxiosRequestConfig) => api.get<Body, Body>(url, config);
const post = <Body>(url: string, data: object) => api.post<Body, Body>(url, data);

export interface Friend {
  readonly nickname: string;
}

export const fetchFriends = async () =>
  (await get<{ readonly friends: readonly Friend[] }>("/app/api/friends")).friends;
export const addFriend = (name: string) => post<{ readonly ret: number }>("/app/api/friends", { name });
export const fetchProfile = () => get<{ readonly nickname: string; readonly gender: string }>("/app/api/profile");

export const signInForDemo = async () => enter(await post<{ readonly session: string }>("/app/session/demo", {}));
const signInWithQQ = async (code: string, state: string) =>
  enter(await post<{ readonly session: string }>("/app/session/qq", { code, state }));

async function enter({ session: token }: { readonly session: string }): Promise<Me> {
  useSession.setState({ token });
  const { accountId, nickname } = await get<{ readonly accountId: string; readonly nickname: string }>("/app/session");
  // the stand-in's accounts end in a letter; this app counts its people
  const me = { id: Number.parseInt(accountId.slice(-1), 36), nickname };
  useSession.setState({ me });
  return me;
}
