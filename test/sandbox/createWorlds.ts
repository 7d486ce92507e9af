import { createWorld } from "./createWorld.js";
import type { World } from "./World.js";

/** All worlds of one sandbox. */
export interface Worlds {
  /** The world of this name, made when first asked for. */
  get(name: string): World;
  /** Lets one world begin anew, or all. */
  reset(name?: string): void;
}

/** Keeps at most `limit` worlds: the least recently used one is removed first. */
export function createWorlds(seed: number, limit = 200): Worlds {
  const worlds = new Map<string, World>();
  return {
    get(name) {
      const world = worlds.get(name) ?? createWorld(name, seed);
      worlds.delete(name);
      worlds.set(name, world);
      for (const oldest of worlds.keys()) {
        if (worlds.size <= limit) break;
        worlds.delete(oldest);
      }
      return world;
    },
    reset(name) {
      if (name === undefined) worlds.clear();
      else worlds.delete(name);
    },
  };
}
