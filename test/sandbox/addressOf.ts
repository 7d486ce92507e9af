import { defaultWorld } from "./createWorld.js";

/** Which world a request is for, and which path in it. */
export interface Address {
  /** Null when the name can't be one. */
  readonly world: string | null;
  readonly path: string;
}

/** Reads `/w/<world>/…`, else the header `x-sandbox`, else `?sandbox=`, else the cookie `sandbox`. */
export function addressOf(request: Request): Address {
  const url = new URL(request.url);
  const [, prefixed, rest] = /^\/w\/([^/]+)(\/.*)?$/.exec(url.pathname) ?? [];
  const named =
    prefixed ?? request.headers.get("x-sandbox") ?? url.searchParams.get("sandbox") ?? cookie(request) ?? defaultWorld;
  return {
    world: /^[\w.-]{1,80}$/.test(named) ? named : null,
    path: prefixed === undefined ? url.pathname : (rest ?? "/"),
  };
}

function cookie(request: Request): string | undefined {
  return /(?:^|;\s*)sandbox=([^;]*)/.exec(request.headers.get("cookie") ?? "")?.[1];
}
