import type { AccountId } from "./accounts.js";
import type { Random } from "./createRandom.js";
import type { Order } from "./Order.js";

/** One visitor's own Tencent: nothing that happens in a world is seen in another. */
export interface World {
  readonly name: string;
  /** What stands before every path of this world: blank, or `/w/<name>`. */
  readonly prefix: string;
  readonly random: Random;
  readonly grants: Map<string, Grant>;
  readonly tokens: Map<string, Token>;
  readonly refreshTokens: Map<string, RefreshToken>;
  readonly sessions: Map<string, Session>;
  readonly friends: Record<AccountId, string[]>;
  readonly orders: WaitingOrder[];
  readonly calls: SandboxCall[];
  /** Answers that the app's back end keeps by idempotency key. */
  readonly kept: Map<string, string>;
  settings: SandboxSettings;
  /** How often a friend was really added. */
  executions: number;
}

/** An authorization code that was issued. */
export interface Grant {
  readonly accountId: AccountId;
  readonly redirectUri: string;
  readonly state: string;
  readonly scope: string;
  readonly issuedAt: number;
  isUsed: boolean;
}

/** An access token. `failsWith` is the code that each use of it is answered with. */
export interface Token {
  readonly accountId: AccountId;
  readonly scope: string;
  readonly expiresAt: number;
  failsWith: number | null;
}

/** A refresh token. Works once; the whole chain ends at `chainEndsAt`. */
export interface RefreshToken {
  readonly accountId: AccountId;
  readonly scope: string;
  readonly chainEndsAt: number;
}

/** A session at the app's own back end. */
export interface Session {
  readonly id: string;
  readonly accountId: AccountId;
  readonly accessToken: string;
}

/** An order and how many calls it is still for. */
export interface WaitingOrder {
  readonly order: Order;
  left: number;
}

/** One call that the sandbox saw. `status` is null until it is answered, `code` is null for a success. */
export interface SandboxCall {
  readonly method: string;
  /** Without origin, world and query. */
  readonly path: string;
  /** Milliseconds, by the sandbox's clock. */
  readonly at: number;
  readonly account: AccountId | null;
  readonly status: number | null;
  readonly code: number | null;
}

/** How a world behaves until told otherwise. */
export interface SandboxSettings {
  /** The authorize page's `Cross-Origin-Opener-Policy`, if it has one. */
  readonly coop?: CoopPolicy | null;
  /** How long each call takes. */
  readonly slowMs?: number;
  /** The scope without which the relation API answers -20. Left out: none is asked for. */
  readonly friendsScope?: string | null;
}

/** The values that browsers know for `Cross-Origin-Opener-Policy`. */
export type CoopPolicy = "same-origin" | "same-origin-allow-popups" | "noopener-allow-popups" | "unsafe-none";
