import type { Token, World } from "./World.js";

/** The token as it stands, or the code that its use is answered with: `unknown` when it was never issued. */
export function checkToken(world: World, value: string, unknown: number, now: number): Token | number {
  const token = world.tokens.get(value);
  if (token === undefined) return unknown;
  if (token.failsWith !== null) return token.failsWith;
  return token.expiresAt <= now ? 100014 : token;
}
