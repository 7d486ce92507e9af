import { Hono } from "hono";
import { addressOf } from "./addressOf.js";
import { appRoutes } from "./appRoutes.js";
import { authorizeRoutes } from "./authorizeRoutes.js";
import { controlRoutes } from "./controlRoutes.js";
import { createControl, type SandboxControl } from "./createControl.js";
import { defaultWorld } from "./createWorld.js";
import { createWorlds } from "./createWorlds.js";
import { guardOrigins } from "./guardOrigins.js";
import { oauthRoutes } from "./oauthRoutes.js";
import { obeyOrders } from "./obeyOrders.js";
import { openapiRoutes } from "./openapiRoutes.js";
import { recordCalls } from "./recordCalls.js";
import type { SandboxContext, SandboxEnv } from "./SandboxEnv.js";
import { sleep } from "./sleep.js";

/** Everything that a sandbox can be told. All of it has a default. */
export interface SandboxOptions {
  /** The only `client_id` that exists. */
  readonly appId?: string;
  /** The app's secret, which only the app's back end knows. */
  readonly appKey?: string;
  /** The same seed gives the same codes and tokens. */
  readonly seed?: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** How delays pass. Rejects when the signal is aborted. */
  readonly sleep?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** The sandbox's own origin. Left out: the one that each request is sent to. */
  readonly origin?: string;
  /** Who may call the app's back end and be redirected to. Left out: any port of localhost and 127.0.0.1 over http. */
  readonly appOrigins?: readonly string[];
}

/** A stand-in for Tencent's servers and the app's own. Its controls are those of the default world. */
export interface Sandbox extends SandboxControl {
  /** Answers like `fetch`, without a network. Rejects when the request is aborted. */
  fetch(request: Request): Promise<Response>;
  /** The controls of a visitor of its own, who is reached below `/w/<name>/`. */
  world(name: string): SandboxControl;
  /** Lets all worlds begin anew. */
  reset(): void;
}

/** Makes a sandbox. Everything is in memory and depends on nothing but the options and the calls. */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const context = contextOf(options);
  const worlds = createWorlds(options.seed ?? 1);
  const app = new Hono<SandboxEnv>({ getPath: (request) => addressOf(request).path });
  app.use(recordCalls(context));
  app.use("/app/*", guardOrigins(context));
  app.use("/sandbox/*", guardOrigins(context));
  app.use(obeyOrders(context));
  for (const routes of [authorizeRoutes(context), oauthRoutes(context), openapiRoutes(context), controlRoutes(worlds)])
    app.route("/", routes);
  app.route(
    "/",
    appRoutes(context, async (request, world) => app.fetch(request, { world, isRelayed: true })),
  );
  app.onError((error) => {
    throw error;
  });
  return {
    ...createControl(worlds, defaultWorld),
    async fetch(request) {
      const { world } = addressOf(request);
      if (world === null)
        return new Response("A world's name has letters, digits, _ . and -, at most 80.", { status: 404 });
      return app.fetch(request, { world: worlds.get(world), isRelayed: false });
    },
    world: (name) => createControl(worlds, name),
    reset: () => worlds.reset(),
  };
}

function contextOf(options: SandboxOptions): SandboxContext {
  const { appId = "100000001", appKey = "sandbox-appkey", origin, appOrigins } = options;
  return {
    appId,
    appKey,
    originOf: (request) => origin ?? new URL(request.url).origin,
    isAppOrigin: (asked) => appOrigins?.includes(asked) ?? /^http:\/\/(?:localhost|127\.0\.0\.1)(?::\d+)?$/.test(asked),
    now: options.now ?? Date.now,
    sleep: options.sleep ?? sleep,
  };
}
