import type { AccountId } from "./accounts.js";
import { issueTokens, type TokenAnswer } from "./issueTokens.js";
import { originIn } from "./originIn.js";
import type { SandboxContext } from "./SandboxEnv.js";
import type { World } from "./World.js";

interface Redeemed {
  readonly accountId: AccountId;
  readonly answer: TokenAnswer;
}

/** Trades an authorization code or a refresh token for a token, or says with which code Tencent refuses. */
export function redeem(context: SandboxContext, world: World, asked: URLSearchParams): Redeemed | number {
  const kind = asked.get("grant_type");
  if (!asked.get("client_id")) return 100001;
  if (!asked.get("client_secret")) return 100002;
  if (kind !== "authorization_code" && kind !== "refresh_token") return 100004;
  if (!asked.get(kind === "refresh_token" ? kind : "code")) return kind === "refresh_token" ? 100006 : 100005;
  if (asked.get("client_id") !== context.appId) return 100008;
  if (asked.get("client_secret") !== context.appKey) return 100009;
  return kind === "refresh_token" ? renew(context, world, asked) : exchange(context, world, asked);
}

function exchange({ now, isAppOrigin }: SandboxContext, world: World, asked: URLSearchParams): Redeemed | number {
  const redirectUri = asked.get("redirect_uri") ?? "";
  const grant = world.grants.get(asked.get("code") ?? "");
  if (grant === undefined || now() - grant.issuedAt >= codeLifeMs) return 100019;
  if (grant.isUsed) return 100020;
  if (!isAppOrigin(originIn(redirectUri))) return 100010;
  if (grant.redirectUri !== redirectUri) return 100019;
  grant.isUsed = true;
  return { accountId: grant.accountId, answer: issueTokens(world, grant.accountId, grant.scope, now()) };
}

function renew({ now }: SandboxContext, world: World, asked: URLSearchParams): Redeemed | number {
  const value = asked.get("refresh_token") ?? "";
  const token = world.refreshTokens.get(value);
  if (token === undefined || token.chainEndsAt <= now()) return 100021;
  world.refreshTokens.delete(value);
  return {
    accountId: token.accountId,
    answer: issueTokens(world, token.accountId, token.scope, now(), token.chainEndsAt),
  };
}

const codeLifeMs = 600_000;
