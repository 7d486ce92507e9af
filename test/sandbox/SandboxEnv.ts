import type { World } from "./World.js";

/** What every route of the sandbox is given beside the request. */
export interface SandboxEnv {
  Bindings: {
    readonly world: World;
    /** Whether the app's back end sends this call to Tencent on behalf of another. */
    readonly isRelayed: boolean;
  };
}

/** What the routes need to know about the app that uses them, and the effects they may have. */
export interface SandboxContext {
  readonly appId: string;
  readonly appKey: string;
  /** The sandbox's own origin as this request reaches it. */
  originOf(request: Request): string;
  isAppOrigin(origin: string): boolean;
  now(): number;
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}
