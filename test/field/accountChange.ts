import type { AppServer } from "./accountWorld.js";

const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The change that A makes. */
export const note = "note of A";

/** The network is gone for the first call. */
export function flaky(reach: AppServer["change"], failures: number): AppServer["change"] {
  let left = failures;
  return async (name) => {
    await later(10);
    left -= 1;
    if (left >= 0) throw new TypeError("Failed to fetch");
    return reach(name);
  };
}

/** As p-retry does around a function. */
export async function retry(call: () => Promise<unknown>): Promise<unknown> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      return await call();
    } catch {
      await later(700 * 2 ** attempt);
    }
  }
  return call();
}
