import type { AccountId } from "./accounts.js";
import type { World } from "./World.js";

/** What the token endpoint hands out, with the numbers as texts, as Tencent sends them. */
export interface TokenAnswer {
  readonly access_token: string;
  readonly expires_in: string;
  readonly refresh_token: string;
}

/** Draws a token and the refresh token beside it. A renewal hands `chainEndsAt` on: the chain as a whole lives 3 months. */
export function issueTokens(
  world: World,
  accountId: AccountId,
  scope: string,
  now: number,
  chainEndsAt: number = now + chainMs,
): TokenAnswer {
  const [access, refresh] = [world.random(32), world.random(32)];
  world.tokens.set(access, { accountId, scope, expiresAt: now + lifeSeconds * 1000, failsWith: null });
  world.refreshTokens.set(refresh, { accountId, scope, chainEndsAt });
  return { access_token: access, expires_in: String(lifeSeconds), refresh_token: refresh };
}

const lifeSeconds = 7_776_000;
const chainMs = 90 * 86_400_000;
