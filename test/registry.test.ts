import { QueryClient } from "@tanstack/react-query";
import { build } from "esbuild";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import kit from "../package.json" with { type: "json" };
import registry from "../registry.json" with { type: "json" };
import { createTencentErrorClient, diagnose, TencentError } from "../src/core.js";
import { compileFaults } from "./compileFaults.js";
import { createSandbox } from "./sandbox/createSandbox.js";

interface Item {
  readonly name: string;
  readonly type: string;
  readonly dependencies?: readonly string[];
  readonly registryDependencies?: readonly string[];
  readonly files: readonly { readonly path: string; readonly type: string; readonly target: string }[];
}

const root = fileURLToPath(new URL("..", import.meta.url));
const items: readonly Item[] = registry.items;
const folder = mkdtempSync(join(tmpdir(), "registry-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The parts of shadcn/ui that an item asks for, as its own command writes them, and the data layers' common wiring. */
const alert = `import type { HTMLAttributes } from "react";
export const Alert = (props: HTMLAttributes<HTMLDivElement>) => <div role="alert" {...props} />;
export const AlertTitle = (props: HTMLAttributes<HTMLHeadingElement>) => <h5 {...props} />;
export const AlertDescription = (props: HTMLAttributes<HTMLDivElement>) => <div {...props} />;
`;
const button = `import type { ButtonHTMLAttributes } from "react";
interface Props extends ButtonHTMLAttributes<HTMLButtonElement> { variant?: "default" | "outline"; size?: "sm"; asChild?: boolean }
export const Button = ({ variant: _v, size: _s, asChild: _a, ...props }: Props) => <button {...props} />;
`;

/** An item as shadcn's command lays it into an app with a folder `src`; gives the app and what was laid. */
function laid({ name, files }: Item): readonly [app: string, written: readonly string[]] {
  const app = join(folder, name);
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(app, path)), { recursive: true });
    writeFileSync(join(app, path), text);
  };
  const needed = ["query", "axios", "swr", "rtk", "fetch"].includes(name)
    ? (items.find((item) => item.name === "vite")?.files ?? [])
    : [];
  for (const { path, target } of [...needed, ...files]) put(placeOf(target), readFileSync(root + path, "utf8"));
  put("components/ui/alert.tsx", alert);
  put("components/ui/button.tsx", button);
  if (!existsSync(join(app, "node_modules"))) symlinkSync(`${root}node_modules`, join(app, "node_modules"));
  return [app, files.map(({ target }) => placeOf(target))];
}

function placeOf(target: string): string {
  return target.startsWith("~/") ? target.slice(2) : `src/${target}`;
}

test("registry.json is what shadcn's schema asks for, and names each item once", () => {
  expect(registry.$schema).toBe("https://ui.shadcn.com/schema/registry.json");
  expect([registry.name, registry.homepage]).toEqual([kit.name, expect.stringMatching(/^https:/)]);
  const names = items.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { type, files } of items) {
    expect(type).toMatch(/^registry:(item|component|lib|block)$/);
    for (const file of files) {
      expect(existsSync(root + file.path)).toBe(true);
      expect(file.path).not.toMatch(/^\/|\.\.|^https?:/);
      expect(file.target).not.toBe("");
    }
  }
});

test("a name that the kit does not have is found in an item", () => {
  const [app] = laid(items[0]!);
  writeFileSync(
    join(app, "src/planted.ts"),
    'import { createErrorClient } from "tencent-error-kit/core";\nexport const client = createErrorClient();\n',
  );
  expect(compileFaults(app, ["src/planted.ts"])).toEqual([expect.stringContaining("createErrorClient")]);
});

test("it has the wiring, the return page, three exchanges and three notices", () => {
  expect(items.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      ...["vite", "next", "return-page-vite", "return-page-next", "exchange-next", "exchange-hono", "exchange-express"],
      ...["notice-shadcn", "notice-antd", "notice-tdesign"],
    ]),
  );
});

describe.each(items)("$name", (item) => {
  test("compiles in an app", () => {
    const [app, written] = laid(item);
    const code = written.filter((path) => /\.tsx?$/.test(path));
    const module = /exchange-(hono|express)/.test(item.name)
      ? { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext }
      : {};
    writeFileSync(join(app, "package.json"), '{"type":"module"}');
    expect(compileFaults(app, code, module)).toEqual([]);
  });

  test("builds, and imports nothing that it doesn't name", async () => {
    const [app, written] = laid(item);
    const { metafile } = await build({
      entryPoints: written.filter((path) => /\.tsx?$/.test(path)).map((path) => join(app, path)),
      bundle: true,
      write: false,
      metafile: true,
      logLevel: "silent",
      format: "esm",
      platform: "neutral",
      jsx: "automatic",
      outdir: join(app, "out"),
      packages: "external",
      alias: { "@": app },
    });
    const imported = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
    const own = [...(item.dependencies ?? []), "react", "node:", "next/", "vite", "@umijs/max", "tencent-error-kit"];
    expect(imported.filter((path) => !own.some((name) => path.startsWith(name)))).toEqual([]);
  });
});

test.each([
  ["its number", 1, [true, false]],
  ["its function", (count: number) => count < 1, [true, false]],
  ["none: TanStack Query's own three", undefined, [true, true]],
  ["never", false, [false, false]],
])(
  "an app's own retry stays for its own errors, and Tencent's failures have theirs: %s",
  async (_what, retry, wanted) => {
    vi.doMock("../registry/tencent/client", () => ({ client: createTencentErrorClient() }));
    const written: { withTencent(queryClient: QueryClient): QueryClient } = await import(
      `${root}registry/tencent/query.ts`
    );
    const defaultOptions = { queries: retry === undefined ? {} : { retry } };
    const asked = written.withTencent(new QueryClient({ defaultOptions })).getDefaultOptions().queries?.retry;
    if (typeof asked !== "function") throw new Error("no rule");
    expect([asked(0, new Error("own")), asked(1, new Error("own"))]).toEqual(wanted);
    expect(asked(0, new TencentError(diagnose({ ret: -73 })))).toBe(false);
    expect(asked(0, new TencentError(diagnose({ ret: -5 })))).toBe(true);
  },
);

describe("the exchanges sign in at the sandbox", () => {
  const origin = "http://localhost:5173";
  const sandbox = createSandbox({ appKey: "sandbox-appkey" });
  const state = "s".repeat(43);
  const real = globalThis.fetch;

  beforeAll(() => {
    Object.assign(process.env, {
      QQ_APP_ID: "100000001",
      QQ_APP_KEY: "sandbox-appkey",
      QQ_PROVIDER: "http://localhost:6007",
      APP_ORIGIN: origin,
    });
    globalThis.fetch = async (input, init) => {
      const request = new Request(input, init);
      return request.url.startsWith("http://localhost:6007") ? sandbox.fetch(request) : real(input, init);
    };
  });
  afterAll(() => {
    globalThis.fetch = real;
    for (const name of ["QQ_APP_ID", "QQ_APP_KEY", "QQ_PROVIDER", "APP_ORIGIN"])
      Reflect.deleteProperty(process.env, name);
  });

  /** Signs in as a browser does, and gives the answer of the exchange and what its second try is answered. */
  async function signIn(
    send: (request: Request) => Promise<Response>,
    redirectUri: string,
  ): Promise<[first: Response, second: Response]> {
    const query = new URLSearchParams({
      response_type: "code",
      client_id: "100000001",
      redirect_uri: redirectUri,
      state,
    });
    const begun = await send(new Request(`${origin}/session/qq/start?${query.toString()}`));
    const body = new URLSearchParams({ choice: "allow" });
    const chosen = await sandbox.fetch(
      new Request(begun.headers.get("location") ?? "", { method: "POST", body, redirect: "manual" }),
    );
    const code = new URL(chosen.headers.get("location") ?? "").searchParams.get("code");
    const cookie = begun.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    const headers = { origin, cookie, "content-type": "application/json" };
    const finish = (): Promise<Response> =>
      send(new Request(`${origin}/session/qq`, { method: "POST", headers, body: JSON.stringify({ code, state }) }));
    return [await finish(), await finish()];
  }

  async function moduleOf(name: string, path: string): Promise<Record<string, unknown>> {
    const item = items.find((each) => each.name === name);
    if (item === undefined) throw new Error(name);
    const [app] = laid(item);
    const out = join(app, `${path.replaceAll("/", "-")}.mjs`);
    await build({
      entryPoints: [join(app, path)],
      bundle: true,
      format: "esm",
      platform: "node",
      packages: "external",
      outfile: out,
      logLevel: "silent",
    });
    return (await import(/* @vite-ignore */ pathToFileURL(out).href)) as Record<string, unknown>;
  }

  const plays: readonly (readonly [
    name: string,
    make: () => Promise<(request: Request) => Promise<Response>>,
    redirectUri: string,
  ])[] = [
    [
      "exchange-hono",
      async () => {
        const { sessionRoutes } = await moduleOf("exchange-hono", "src/tencent/sessionRoutes.ts");
        const app = sessionRoutes as { fetch(request: Request): Promise<Response> };
        return async (request) => app.fetch(request);
      },
      `${origin}/tencent-callback.html`,
    ],
    [
      "exchange-express",
      async () => {
        const { addSessionRoutes } = await moduleOf("exchange-express", "src/tencent/sessionRoutes.ts");
        const routes = new Map<string, (request: IncomingMessage, response: ServerResponse) => void>();
        const add =
          (method: string) => (path: string, handler: (request: IncomingMessage, response: ServerResponse) => void) =>
            routes.set(`${method} ${path}`, handler);
        (addSessionRoutes as (app: object) => void)({ get: add("GET"), post: add("POST") });
        return (request) => throughNode(routes, request);
      },
      `${origin}/tencent-callback.html`,
    ],
  ];

  test.each(plays)("%s", async (_name, make, redirectUri) => {
    const [first, second] = await signIn(await make(), redirectUri);
    expect([first.status, second.status]).toEqual([200, 400]);
    expect(await first.json()).toEqual({ accountId: expect.stringMatching(/^[\w-]{43}$/) });
    expect(first.headers.getSetCookie().join()).toMatch(/__Host-session=[\da-f-]{36};.*HttpOnly/);
    expect(await second.json()).toEqual({ error: "invalid_state" });
  });

  test("exchange-next", async () => {
    const item = items.find(({ name }) => name === "exchange-next");
    const config = join(folder, "exchange-next/src/tencent/config.ts");
    laid(item!);
    writeFileSync(config, readFileSync(config, "utf8").replace("100550231", "100000001"));
    const out = join(folder, "exchange-next/all.mjs");
    const entry =
      'export { GET } from "./src/app/session/qq/start/route";\nexport { POST } from "./src/app/session/qq/route";\n';
    await build({
      stdin: { contents: entry, resolveDir: join(folder, "exchange-next") },
      bundle: true,
      format: "esm",
      platform: "node",
      outfile: out,
      logLevel: "silent",
    });
    const routes = (await import(/* @vite-ignore */ pathToFileURL(out).href)) as Record<
      string,
      (request: Request) => Promise<Response>
    >;
    const send = async (request: Request): Promise<Response> => routes[request.method]!(request);
    const [first, second] = await signIn(send, `${origin}/tencent-callback`);
    expect([first.status, second.status]).toEqual([200, 400]);
  });

  /** The request, sent by way of a server of Node's, as Express gets it. */
  async function throughNode(
    routes: ReadonlyMap<string, (request: IncomingMessage, response: ServerResponse) => void>,
    request: Request,
  ): Promise<Response> {
    const server = createServer((incoming, response) => {
      const path = (incoming.url ?? "").split("?")[0] ?? "";
      routes.get(`${incoming.method ?? ""} ${path}`)?.(incoming, response);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const { pathname, search } = new URL(request.url);
    const body = request.method === "POST" ? { body: await request.text() } : {};
    const answer = await real(`http://127.0.0.1:${port}${pathname}${search}`, {
      method: request.method,
      headers: request.headers,
      redirect: "manual",
      ...body,
    });
    const whole = new Response(answer.status === 302 ? null : await answer.text(), answer);
    await new Promise((resolve) => server.close(resolve));
    return whole;
  }
});
