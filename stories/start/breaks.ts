import type { SandboxWorld } from "../recipes/sandboxWorld.js";

/** What the first page can break. */
export type BreakId =
  "password" | "permission" | "account" | "rateLimit" | "server" | "offline" | "parameter" | "unknown";

/** One way to break the app. */
export interface Break {
  readonly id: BreakId;
  /** The number that the app will get, or what stands for it. */
  readonly code: string;
  /** Tells the sandbox. Left out: the network is taken away. */
  readonly command?: (world: SandboxWorld) => Promise<void>;
  /** The list is loaded as if for the first time: with data to show, a library's own retries are quiet. */
  readonly isFirst?: true;
}

const friends = "/app/api/friends";
const order =
  (body: object) =>
  (world: SandboxWorld): Promise<void> =>
    world.command("orders", { path: friends, ...body });

/** In the order of how often people meet them. */
// prettier-ignore
export const breaks: readonly Break[] = [
  { id: "password", code: "-73", command: (world) => world.command("password") },
  { id: "permission", code: "-20", command: order({ code: -20 }) },
  { id: "account", code: "100016", command: (world) => world.command("revoke") },
  { id: "rateLimit", code: "-6", command: order({ code: -6, retryAfter: 5 }), isFirst: true },
  { id: "server", code: "500", command: order({ httpStatus: 500, body: '{"message":"Internal Server Error"}', contentType: "application/json", times: 4 }), isFirst: true },
  { id: "offline", code: "TypeError" },
  { id: "parameter", code: "-1", command: order({ code: -1 }) },
  { id: "unknown", code: "-999", command: order({ body: '{"ret":-999,"msg":"an undocumented failure"}' }) },
];
