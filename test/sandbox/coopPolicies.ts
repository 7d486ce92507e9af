import type { CoopPolicy } from "./World.js";

/** Every `Cross-Origin-Opener-Policy` that a page of the sandbox can be given. */
export const coopPolicies: readonly CoopPolicy[] = [
  "same-origin",
  "same-origin-allow-popups",
  "noopener-allow-popups",
  "unsafe-none",
];
