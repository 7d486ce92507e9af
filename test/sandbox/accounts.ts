/** One of the people who can sign in at the sandbox. */
export interface Account {
  /** What the app calls this person. */
  readonly id: AccountId;
  /** What Tencent calls this person for this app. */
  readonly openid: string;
  readonly nickname: string;
  readonly gender: string;
  readonly friends: readonly string[];
}

/** `account-a` is who "Sign in" signs in, `account-b` is "another account". */
export type AccountId = "account-a" | "account-b";

/** The sandbox's accounts. */
// prettier-ignore
export const accounts: Readonly<Record<AccountId, Account>> = {
  "account-a": { id: "account-a", openid: "A0000000000000000000000000000001", nickname: "小明", gender: "男", friends: ["小红", "Ada", "李雷"] },
  "account-b": { id: "account-b", openid: "B0000000000000000000000000000002", nickname: "韩梅梅", gender: "女", friends: ["Grace", "小刚"] },
};
