import { createTencentErrorClient } from "tencent-error-kit/core";
import { createTencentFetch } from "tencent-error-kit/fetch";
import { popupReauth } from "tencent-error-kit/flows/popupReauth";

/** The app's back end: here the stand-in that `npm start` of the kit serves. */
const server = process.env.NEXT_PUBLIC_SERVER ?? "http://localhost:6007";

export interface Friend {
  readonly nickname: string;
}

export const client = createTencentErrorClient({
  reauth: popupReauth({
    clientId: "100000001",
    redirectUri: "/tencent-callback",
    authorizeUrl: `${server}/oauth2.0/authorize`,
    exchange: ({ code, state }) => post("/app/session/qq", { code, state }),
  }),
});
const tencentFetch = createTencentFetch(client);

const post = (path: string, body: object): Promise<object> =>
  tencentFetch(`${server}${path}`, {
    method: "POST",
    credentials: "include",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

export const signIn = (): Promise<unknown> => post("/app/session/demo", {});
/** Nothing asks again here but the person, so this reading waits for the sign-in as a change does. */
export const friends = async (): Promise<readonly Friend[]> => {
  const answer = await tencentFetch<{ readonly friends: readonly Friend[] }>(
    `${server}/app/api/friends`,
    { credentials: "include" },
    { replay: "confirm" },
  );
  return answer.friends;
};
