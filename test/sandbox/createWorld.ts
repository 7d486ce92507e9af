import { accounts } from "./accounts.js";
import { createRandom } from "./createRandom.js";
import type { World } from "./World.js";

/** A world in which nothing has happened yet. */
export function createWorld(name: string, seed: number): World {
  return {
    name,
    prefix: name === defaultWorld ? "" : `/w/${name}`,
    random: createRandom(seed, name),
    grants: new Map(),
    tokens: new Map(),
    refreshTokens: new Map(),
    sessions: new Map(),
    friends: { "account-a": [...accounts["account-a"].friends], "account-b": [...accounts["account-b"].friends] },
    orders: [],
    calls: [],
    kept: new Map(),
    settings: {},
    executions: 0,
  };
}

/** Where calls belong that name no world. */
export const defaultWorld = "default";
