import type { Order } from "./Order.js";
import { readOrder } from "./readOrder.js";
import { readSettings } from "./readSettings.js";
import type { SandboxCall, SandboxSettings, World } from "./World.js";
import type { Worlds } from "./createWorlds.js";

/** What a test can do to one world. The HTTP calls below `/sandbox/` do the same. */
export interface SandboxControl {
  /** What stands before the paths of this world: blank for the default one, else `/w/<name>`. */
  readonly prefix: string;
  /** Says how a coming call is answered. Throws when the order can't be understood. */
  order(order: Order): void;
  /** Lets every token given so far fail, with 100016 unless told otherwise, and every refresh token too. */
  revoke(code?: number): void;
  /** Lets every token given so far fail as expired: 100014. */
  expire(): void;
  /** Lets every token given so far fail as after a change of the QQ password: -73. */
  changePassword(): void;
  /** Changes these settings and keeps the others. */
  set(settings: SandboxSettings): void;
  /** Every call of this world so far, oldest first. */
  calls(): readonly SandboxCall[];
  /** How often a friend was really added. */
  executions(): number;
  /** Resets sessions, orders and log. */
  reset(): void;
}

/** The control of the world that has this name at the time of each call. */
export function createControl(worlds: Worlds, name: string): SandboxControl {
  const world = (): World => worlds.get(name);
  const failAll = (code: number): void => {
    for (const token of world().tokens.values()) token.failsWith = code;
    world().refreshTokens.clear();
  };
  return {
    prefix: world().prefix,
    order: (order) => {
      const checked = readOrder(order);
      world().orders.push({ order: checked, left: checked.times ?? 1 });
    },
    revoke: (code = 100016) => failAll(code),
    expire: () => failAll(100014),
    changePassword: () => failAll(-73),
    set: (settings) => {
      world().settings = { ...world().settings, ...readSettings(settings) };
    },
    calls: () => [...world().calls],
    executions: () => world().executions,
    reset: () => worlds.reset(name),
  };
}
