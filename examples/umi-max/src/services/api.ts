import { request } from "@umijs/max";

export interface CurrentUser {
  accountId: string | null;
  nickname?: string;
}

/** The stand-in answers as the platform does; failures come wrapped, as Ant Design Pro's back ends wrap them. */
export const queryFriends = () => request<{ friends: { nickname: string }[] }>("/app/api/friends");
export const addFriend = (name: string) => request("/app/api/friends", { method: "POST", data: { name } });
export const queryProfile = () => request<{ nickname: string; gender: string }>("/app/api/profile");

export const queryCurrentUser = (options?: Record<string, unknown>) =>
  request<CurrentUser>("/app/session", { ...options });
export const signInForDemo = () => request("/app/session/demo", { method: "POST", data: {} });
export const signInWithQQ = (data: { code: string; state: string }) =>
  request<{ accountId: string }>("/app/session/qq", { method: "POST", data });
