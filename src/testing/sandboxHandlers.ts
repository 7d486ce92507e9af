/** The part of MSW's `http` that is used, the same in versions 2 and 3. */
export interface HttpLike<Handler> {
  all(path: string, resolver: (info: { readonly request: Request }) => Promise<Response>): Handler;
}

/** What MSW is asked with, beside its `http`. */
export interface HandlerOptions<Handler> {
  /** MSW's own `http`. */
  readonly http: HttpLike<Handler>;
  /** What answers: a sandbox, or anything with its `fetch`. */
  readonly sandbox: { fetch(request: Request): Promise<Response> };
  /** Which calls it answers, as MSW writes paths. Left out: Tencent's own addresses and the sandbox's back end. */
  readonly paths?: readonly string[] | undefined;
}

/**
 * The sandbox as request handlers for MSW, which the app installs itself.
 * @example
 * ```ts
 * import { createSandbox, sandboxHandlers } from "tencent-error-kit/testing";
 * import { http } from "msw";
 * import { setupServer } from "msw/node";
 *
 * const sandbox = createSandbox();
 * export const server = setupServer(...sandboxHandlers({ http, sandbox }));
 * sandbox.order({ code: -21 });
 * ```
 */
export function sandboxHandlers<Handler>({ http, sandbox, paths = usual }: HandlerOptions<Handler>): Handler[] {
  return paths.map((path) => http.all(path, ({ request }) => sandbox.fetch(request)));
}

const usual = ["https://graph.qq.com/*", "*/app/api/*", "*/app/session", "*/app/session/*"];
