import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { createDiskIo } from "../../src/cli/diskIo.js";
import { run } from "../../src/cli/run.js";
import { compileFaults } from "../compileFaults.js";
import { recordPath } from "../../src/cli/init/initRecord.js";

const bareApps = fileURLToPath(new URL("../bareApps/", import.meta.url));
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** An app of some files in a folder of its own. */
async function appOf(dependencies: readonly string[], files: Readonly<Record<string, string>>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "app-"));
  folders.push(folder);
  const manifest = JSON.stringify({ dependencies: Object.fromEntries(dependencies.map((name) => [name, "1.0.0"])) });
  for (const [path, text] of Object.entries({ "package.json": manifest, ...files }))
    await createDiskIo(folder).write(path, text);
  return folder;
}

/** A bare app in a folder of its own. */
function bareApp(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  folders.push(folder);
  cpSync(`${bareApps}${name}`, folder, { recursive: true });
  return folder;
}

/** Every file of a folder with its text. */
function filesOf(folder: string): Readonly<Record<string, string>> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const read = paths
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes("node_modules"));
  return Object.fromEntries(read.sort().map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]));
}

interface Ending {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function initIn(folder: string, ...flags: readonly string[]): Promise<Ending> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await run(["init", ...flags], {
    ...createDiskIo(folder),
    load: () => Promise.reject(new Error("nothing to load")),
    confirm: async () => true,
    stdin: async () => undefined,
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
  });
  return { code, out: out.join("\n"), err: err.join("\n") };
}

// prettier-ignore
const apps: readonly (readonly [name: string, flags: readonly string[], written: readonly string[], changed: readonly string[]])[] = [
  ["vite-query", ["--app-id", "100000001", "--exchange", "/app/session/qq"],
    ["src/tencent/TencentErrors.tsx", "src/tencent/callback.ts", "src/tencent/client.ts", "src/tencent/config.ts", "src/tencent/fetch.ts",
      "src/tencent/query.ts", "src/tencent/tencentCallback.css", "tencent-callback.html", "tencentCallback.ts"],
    ["src/api.ts", "src/main.tsx", "vite.config.ts"]],
  ["vite-axios-antd", ["--platform", "/app/api/"],
    ["src/tencent/TencentErrors.tsx", "src/tencent/axios.ts", "src/tencent/callback.ts", "src/tencent/client.ts", "src/tencent/config.ts",
      "src/tencent/tencentCallback.css", "tencent-callback.html", "tencentCallback.ts"],
    ["src/index.tsx", "src/services/request.ts", "vite.config.ts"]],
  ["next-swr", [],
    ["app/session/qq/route.ts", "app/session/qq/start/route.ts", "app/tencent-callback/page.tsx", "tencent/ServerRefresh.tsx", "tencent/TencentErrors.tsx",
      "tencent/client.ts", "tencent/config.ts", "tencent/createExchange.ts", "tencent/exchange.ts", "tencent/fetch.ts", "tencent/sessions.ts"],
    ["app/friend-list.tsx", "app/layout.tsx", "next.config.ts"]],
  ["next-pages", ["--platform", "/app/api/"],
    ["src/app/session/qq/route.ts", "src/app/session/qq/start/route.ts", "src/pages/tencent-callback.tsx", "src/tencent/TencentErrors.tsx",
      "src/tencent/axios.ts", "src/tencent/client.ts", "src/tencent/config.ts", "src/tencent/createExchange.ts", "src/tencent/exchange.ts",
      "src/tencent/sessions.ts"],
    ["next.config.ts", "src/lib/http.ts", "src/pages/_app.tsx"]],
  ["vite-rtk", ["--exchange", "/app/session/qq"],
    ["src/tencent/TencentErrors.tsx", "src/tencent/callback.ts", "src/tencent/client.ts", "src/tencent/config.ts", "src/tencent/fetch.ts",
      "src/tencent/rtk.ts", "src/tencent/tencentCallback.css", "tencent-callback.html", "tencentCallback.ts"],
    ["src/main.tsx", "src/routes/Profile.tsx", "src/services/api.ts", "vite.config.ts"]],
  ["umi-max", ["--exchange", "/app/session/qq"],
    ["src/pages/TencentCallback/index.tsx", "src/tencent/TencentErrors.tsx", "src/tencent/client.ts", "src/tencent/config.ts", "src/tencent/runtime.tsx"],
    [".umirc.ts", "src/app.ts"]],
];

describe.each(apps)("in %s", (name, flags, written, changed) => {
  test("init writes the wiring, leaves nothing to do by hand, and what it writes compiles", async () => {
    const folder = bareApp(name);
    const before = filesOf(folder);
    const { code, out, err } = await initIn(folder, ...flags);
    expect([code, err]).toEqual([0, ""]);
    const after = filesOf(folder);
    expect(Object.keys(after).filter((path) => !(path in before) && path !== recordPath)).toEqual(written);
    expect(Object.keys(before).filter((path) => after[path] !== before[path])).toEqual(changed);
    expect(written.filter((path) => after[path]?.trim() === "")).toEqual([]);
    for (const path of [...written, ...changed]) expect(out).toContain(path);
    const client = written.find((path) => path.endsWith("tencent/client.ts")) ?? "";
    expect(out).toContain(`One line is yours: accountId in ${client}`);
    expect(after[client]).toContain("// accountId: () => session.userId,\n");
    symlinkSync(fileURLToPath(new URL("../../node_modules", import.meta.url)), join(folder, "node_modules"));
    expect(
      compileFaults(
        folder,
        [...written, ...changed].filter((path) => /\.tsx?$/.test(path)),
      ),
    ).toEqual([]);
  });

  test("a second run changes nothing", async () => {
    const folder = bareApp(name);
    await initIn(folder, ...flags);
    const after = filesOf(folder);
    expect(await initIn(folder, ...flags)).toMatchObject({ code: 0, out: expect.stringContaining("Nothing to write") });
    expect(filesOf(folder)).toEqual(after);
  });

  test("undo leaves no trace", async () => {
    const folder = bareApp(name);
    const before = filesOf(folder);
    const folders = readdirSync(folder, { recursive: true }).sort();
    await initIn(folder, ...flags);
    expect(await initIn(folder, "--undo")).toMatchObject({ code: 0, err: "" });
    expect(filesOf(folder)).toEqual(before);
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(folders);
  });

  test("a dry run writes nothing", async () => {
    const folder = bareApp(name);
    const before = filesOf(folder);
    const { out } = await initIn(folder, ...flags, "--dry-run");
    for (const path of [...written, ...changed]) expect(out).toContain(path);
    expect(filesOf(folder)).toEqual(before);
  });
});

describe("init", () => {
  test("and the other commands write to an absolute path as it is given", async () => {
    const [folder, other] = [bareApp("vite-query"), bareApp("vite-query")];
    const { read, write } = createDiskIo(folder);
    await write(join(other, "codes/a.html"), "a");
    expect(filesOf(other)["codes/a.html"]).toBe("a");
    expect(await read(join(other, "codes/a.html"))).toBe("a");
  });

  test("overwrites no file that is there, and undo leaves that one", async () => {
    const folder = bareApp("vite-query");
    writeFileSync(join(folder, "tencent-callback.html"), "mine");
    await initIn(folder);
    expect(filesOf(folder)["tencent-callback.html"]).toBe("mine");
    await initIn(folder, "--undo");
    expect(filesOf(folder)["tencent-callback.html"]).toBe("mine");
  });

  test.each([
    ["en", 'lang="en"'],
    ["zh-CN", 'lang="zh"'],
  ])("the return page says that it is in the app's language, %s", async (locale, lang) => {
    const folder = bareApp("vite-query");
    await initIn(folder, "--locale", locale);
    expect(filesOf(folder)["tencent-callback.html"]).toContain(lang);
  });

  test("undo keeps what the app's author has changed since, and tells of it", async () => {
    const folder = bareApp("vite-query");
    const before = filesOf(folder);
    await initIn(folder);
    const main = join(folder, "src/main.tsx");
    writeFileSync(main, `${readFileSync(main, "utf8")}\nexport const mine = 1\n`);
    const config = join(folder, "src/tencent/config.ts");
    writeFileSync(config, "export const appId = 5;\n");
    const { code, out } = await initIn(folder, "--undo");
    expect([code, out]).toEqual([1, expect.stringContaining("src/tencent/config.ts: it was changed since")]);
    expect(filesOf(folder)["src/main.tsx"]).toBe(`${before["src/main.tsx"] ?? ""}\nexport const mine = 1\n`);
    expect(filesOf(folder)["src/tencent/config.ts"]).toBe("export const appId = 5;\n");
  });

  test("a dry run of undo says what it would do, and does nothing", async () => {
    const folder = bareApp("vite-query");
    await initIn(folder);
    const after = filesOf(folder);
    expect(await initIn(folder, "--undo", "--dry-run")).toMatchObject({
      code: 0,
      out: expect.stringContaining("would be"),
    });
    expect(filesOf(folder)).toEqual(after);
  });

  test("Tailwind alone gets no colours of shadcn/ui, whose apps have a components.json", async () => {
    const sheets = async (files: Readonly<Record<string, string>>): Promise<string> => {
      const folder = bareApp("vite-query");
      const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { dependencies: object };
      const dependencies = { ...manifest.dependencies, tailwindcss: "4.0.0" };
      writeFileSync(join(folder, "package.json"), JSON.stringify({ ...manifest, dependencies }));
      for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
      await initIn(folder);
      return filesOf(folder)["src/tencent/TencentErrors.tsx"] ?? "";
    };
    expect(await sheets({})).not.toContain("bridges/");
    expect(await sheets({ "components.json": "{}" })).toContain("bridges/shadcn.css");
  });

  test("undo never leaves half of a file's change: what was written around stays, with all that it imports", async () => {
    const folder = bareApp("vite-query");
    const before = filesOf(folder);
    await initIn(folder);
    const main = join(folder, "src/main.tsx");
    const whole = readFileSync(main, "utf8");
    // a formatter, or the author, has put the element on a line of its own
    const formatted = whole.replace("<TencentErrors>", "<TencentErrors>\n      ");
    expect(formatted).not.toBe(whole);
    writeFileSync(main, formatted);
    const { code, out } = await initIn(folder, "--undo");
    expect([code, out]).toEqual([1, expect.stringContaining("call init --undo again")]);
    const half = filesOf(folder);
    expect(half["src/main.tsx"]).toBe(formatted);
    expect(half["vite.config.ts"]).toBe(before["vite.config.ts"]);
    symlinkSync(fileURLToPath(new URL("../../node_modules", import.meta.url)), join(folder, "node_modules"));
    expect(compileFaults(folder, ["src/main.tsx", "src/api.ts", "vite.config.ts"])).toEqual([]);

    writeFileSync(main, before["src/main.tsx"] ?? "");
    expect(await initIn(folder, "--undo")).toMatchObject({ code: 0, out: "Everything is as it was before." });
    expect(filesOf(folder)).toEqual(before);
  });

  test.each([
    ["vite-query", "./tencentCallback.ts", "TypeScript allows it, as create-vite's does"],
    ["vite-rtk", "./tencentCallback.ts", "TypeScript allows it, and resolves as a bundler does"],
    ["vite-axios-antd", "./tencentCallback", "TypeScript reads the configuration and does not allow it"],
  ])("the configuration of Vite in %s imports %s: %s", async (name, place) => {
    const folder = bareApp(name);
    await initIn(folder);
    expect(filesOf(folder)["vite.config.ts"]).toMatch(new RegExp(`from ["']${place.replaceAll(".", "\\.")}["']`));
  });

  test("says what is to be done by hand where the code is not as expected", async () => {
    const folder = bareApp("vite-query");
    writeFileSync(join(folder, "src/main.tsx"), "import './start'\n");
    writeFileSync(join(folder, "vite.config.ts"), "export default {}\n");
    const { code, out } = await initIn(folder);
    expect(code).toBe(1);
    expect(out).toContain("by hand  Put <TencentErrors> around your app.");
    expect(out).toContain("by hand  In vite.config.ts, add tencentCallback()");
    await initIn(folder, "--undo");
    expect(filesOf(folder)["src/main.tsx"]).toBe("import './start'\n");
  });

  // prettier-ignore
  test.each<[what: string, flags: string[], said: RegExp]>([
    ["an app id that is none", ["--app-id", "my app"], /--app-id is the number/],
    ["a route that is none", ["--exchange", "session"], /--exchange is a path/],
    ["nothing to undo", ["--undo"], /init has written nothing/],
  ])("answers %s with 2", async (_what, flags, said) => {
    const { code, err } = await initIn(bareApp("vite-query"), ...flags);
    expect(code).toBe(2);
    expect(err).toMatch(said);
  });

  test("knows no other apps, and no folder without one", async () => {
    const folder = bareApp("vite-query");
    writeFileSync(join(folder, "package.json"), '{"dependencies":{"vue":"3"}}');
    expect(await initIn(folder)).toMatchObject({ code: 2, err: expect.stringContaining("of Next and of Umi Max") });
    rmSync(join(folder, "package.json"));
    expect(await initIn(folder)).toMatchObject({ code: 2, err: expect.stringContaining("no package.json") });
  });
});

describe("in apps that are written otherwise, init", () => {
  /** What an app of some files is after. */
  async function appAfter(
    dependencies: readonly string[],
    files: Readonly<Record<string, string>>,
    ...flags: readonly string[]
  ): Promise<Ending & { readonly files: Readonly<Record<string, string>> }> {
    const folder = await appOf(dependencies, files);
    const ending = await initIn(folder, "--exchange", "/session/qq", ...flags);
    return { ...ending, files: filesOf(folder) };
  }

  test("writes nothing into an app that a framework on Vite renders on a server", async () => {
    const before = {
      "vite.config.ts":
        'import { reactRouter } from "@react-router/dev/vite";\nexport default { plugins: [reactRouter()] };\n',
      "app/root.tsx": "export default function App() { return <html><body /></html>; }\n",
      "app/routes/home.tsx": "export const clientLoader = () => fetch('/api/friends');\n",
      "public/offline.html": "<!doctype html><title>Offline</title>\n",
    };
    const { code, err, files } = await appAfter(["vite", "react-router", "@react-router/dev"], before);
    expect([code, err]).toEqual([2, expect.stringContaining("docs/recipes/apps.md")]);
    expect(files).toMatchObject(before);
    expect(Object.keys(files)).toHaveLength(5);
  });

  test("wraps a QueryClient that a component makes, below src/app, and an empty configuration", async () => {
    const { code, files } = await appAfter(["next", "@tanstack/react-query"], {
      "next.config.mjs":
        "/** @type {import('next').NextConfig} */\nconst nextConfig = {};\n\nexport default nextConfig;\n",
      "src/app/layout.js":
        "import Providers from './providers';\n\nexport default function RootLayout({children}) {\n  return <html><body><Providers>{children}</Providers></body></html>;\n}\n",
      "src/app/providers.jsx":
        "'use client';\nimport { QueryClient, QueryClientProvider } from '@tanstack/react-query';\nimport { useState } from 'react';\n\nexport default function Providers({ children }) {\n  const [client] = useState(() => new QueryClient({ defaultOptions: { queries: { staleTime: 60_000 } } }));\n  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;\n}\n",
    });
    expect(code).toBe(0);
    expect(files["src/app/providers.jsx"]).toContain(
      "'use client';\nimport { withTencent } from '../tencent/query';\nimport { QueryClient",
    );
    expect(files["src/app/providers.jsx"]).toContain(
      "useState(() => withTencent(new QueryClient({ defaultOptions: { queries: { staleTime: 60_000 } } })));",
    );
    expect(files["src/app/layout.js"]).toContain("<Providers><TencentErrors>{children}</TencentErrors></Providers>");
    expect(files["next.config.mjs"]).toMatch(/const nextConfig = \{\n {2}headers: async \(\) => \[[\s\S]*\],\n\};\n/);
    expect(Object.keys(files)).toContain("src/tencent/query.ts");
  });

  test("attaches axios itself where there is no instance, in JavaScript", async () => {
    const { code, files } = await appAfter(["vite", "axios"], {
      "index.html": '<html lang="zh-TW"><script type="module" src="/src/main.jsx"></script></html>',
      "vite.config.js": "import react from '@vitejs/plugin-react'\n\nexport default { plugins: [react()] }\n",
      "src/main.jsx":
        "import React from 'react'\nimport ReactDOM from 'react-dom/client'\nimport App from './App'\n\nReactDOM.createRoot(document.getElementById('root')).render(<React.StrictMode><App title=\")\" /></React.StrictMode>)\n",
      "src/App.jsx": "import axios from 'axios'\n\nexport const load = () => axios.get('/api/friends')\n",
    });
    expect(code).toBe(0);
    expect(files["src/App.jsx"]).toBe(
      "import { withTencentAxios } from './tencent/axios'\nimport axios from 'axios'\n\nwithTencentAxios(axios)\n\nexport const load = () => axios.get('/api/friends')\n",
    );
    expect(files["src/main.jsx"]).toContain(
      'render(<TencentErrors><React.StrictMode><App title=")" /></React.StrictMode></TencentErrors>)',
    );
    expect(files["src/tencent/TencentErrors.tsx"]).toContain("locales/zh-TW");
  });

  test("says where the kit goes with a library that it does not wire, and is not done", async () => {
    const { code, out, files } = await appAfter(["vite", "ky"], {
      "index.html": '<script type="module" src="/src/main.tsx"></script>',
      "vite.config.ts": "export default { plugins: [] };\n",
      "src/main.tsx": 'import { createRoot } from "react-dom/client";\ncreateRoot(document.body).render(<App />);\n',
    });
    expect(code).toBe(1);
    expect(out).toContain("by hand  Calls of ky: put client.guard of ./tencent/client around them");
    expect(Object.keys(files)).toContain("src/tencent/client.ts");
  });

  test("tells Next's routers apart, and asks for a server's secrets only where it wrote the server's part", async () => {
    const { code, out, files } = await appAfter(["next", "swr"], {
      "next.config.js": "module.exports = {\n  reactStrictMode: true,\n};\n",
      "pages/_app.js":
        "export default function App({ Component, pageProps: { session, ...pageProps } }) {\n  return <Component {...pageProps} key={session} />;\n}\n",
      "pages/index.js": "export default function Home() {\n  return fetch('/api/qq/friends');\n}\n",
      "pages/api/friends.js": "export default () => fetch('/never');\n",
    });
    expect([code, out]).toEqual([0, expect.not.stringContaining("QQ_APP_KEY")]);
    expect(files["pages/_app.js"]).toContain(
      "return <TencentErrors><Component {...pageProps} key={session} /></TencentErrors>;",
    );
    expect(Object.keys(files).filter((path) => path.startsWith("app/"))).toEqual([]);
    expect(files["pages/api/friends.js"]).not.toContain("tencent");
    expect(files["pages/index.js"]).toContain("import { fetch } from '../tencent/fetch';");
  });

  const nextIntl = {
    "next.config.ts": "export default {};\n",
    "src/app/[locale]/layout.tsx":
      "export default async function Layout({ children, params }) {\n  const { locale } = await params;\n  return <html lang={locale}><body><main>{children}</main></body></html>;\n}\n",
    "src/app/global-error.tsx": 'export default () => <html lang="en"><body>Sorry</body></html>;\n',
    "src/i18n/routing.ts": 'export const routing = defineRouting({ locales: ["ja", "en"], defaultLocale: "ja" });\n',
    "src/proxy.ts":
      'import createMiddleware from "next-intl/middleware";\n\nexport default createMiddleware(routing);\n',
  };

  test("goes into the root layout that each language has, and gives the return page one of its own", async () => {
    const { code, out, files } = await appAfter(["next"], nextIntl);
    expect(code).toBe(1);
    expect(files["src/app/[locale]/layout.tsx"]).toContain("<main><TencentErrors>{children}</TencentErrors></main>");
    expect(files["src/app/tencent-callback/layout.tsx"]).toContain('<html lang="ja">');
    expect(files["src/tencent/TencentErrors.tsx"]).toContain("locales/ja");
    expect(out).toContain(
      "by hand  In src/proxy.ts, let /tencent-callback and the routes in src/tencent/config.ts pass",
    );
    expect(out).toContain("by hand  Your page has several languages, src/tencent/TencentErrors.tsx one (ja)");
  });

  test.each([
    ["return children;", ["src/app/tencent-callback/layout.tsx", "src/app/tencent-callback/page.tsx"]],
    ["return <html><body>{children}</body></html>;", ["src/app/tencent-callback/page.tsx"]],
  ])("gives the return page a document where none is around it: %s", async (body, written) => {
    const top = `export default function Layout({ children }) {\n  ${body}\n}\n`;
    const { files } = await appAfter(["next"], { ...nextIntl, "src/app/layout.tsx": top });
    expect(Object.keys(files).filter((path) => path.includes("tencent-callback"))).toEqual(written);
  });

  test("goes into each of several root layouts, and leaves a proxy alone that leads nowhere else", async () => {
    const layout = "export default ({ children }) => <html><body>{children}</body></html>;\n";
    const { code, out, files } = await appAfter(["next"], {
      "next.config.ts": "export default {};\n",
      "app/(shop)/layout.tsx": layout,
      "app/(help)/layout.tsx": layout,
      "proxy.ts":
        'import { NextResponse } from "next/server";\n\nexport const proxy = () => NextResponse.next({ headers: {} });\n',
    });
    expect([code, out]).toEqual([0, expect.not.stringContaining("proxy.ts")]);
    for (const part of ["shop", "help"])
      expect(files[`app/(${part})/layout.tsx`]).toContain("<TencentErrors>{children}");
  });

  test("wires TanStack Query and SWR where an app has both", async () => {
    const { files } = await appAfter(["next", "@tanstack/react-query", "swr"], {
      ...nextIntl,
      "src/app/[locale]/page.tsx":
        '"use client";\nimport { QueryClient } from "@tanstack/react-query";\n\nexport const client = new QueryClient();\n',
    });
    expect(files["src/app/[locale]/page.tsx"]).toContain("withTencent(new QueryClient())");
    expect(files["src/tencent/TencentErrors.tsx"]).toContain("SWRConfig");
  });

  test.each([[[]], [["swr"]], [["@tanstack/react-query"]]])(
    "asks Next's server again after a sign-in, beside %j",
    async (layers) => {
      const { files } = await appAfter(["next", ...layers], nextIntl);
      expect(files["src/tencent/TencentErrors.tsx"]).toContain('import { ServerRefresh } from "./ServerRefresh";');
      expect(files["src/tencent/TencentErrors.tsx"]).toContain("<ServerRefresh />");
    },
  );

  test.each([
    [
      "a comment of the first declaration",
      "/** What the server answers */\ninterface Envelope {\n  code: number\n}\n",
      "",
    ],
    ["a comment that heads the file", "// Licence: MIT\n\n", "interface Envelope {\n  code: number\n}\n"],
    ["a directive with a comment", "/* eslint-disable */\n'use client'\n", "interface Envelope {\n  code: number\n}\n"],
  ])("puts an import into a module that has none as the module is written: %s", async (_what, head, rest) => {
    const call = "export const friends = () => fetch('/api/qq/friends').then((answer) => answer.json())\n";
    const { files } = await appAfter(["vite"], {
      "index.html": '<script type="module" src="/src/main.tsx"></script>',
      "vite.config.ts": "export default { plugins: [] };\n",
      "src/main.tsx":
        'import { createRoot } from "react-dom/client";\nimport "./api";\ncreateRoot(document.body).render(<App />);\n',
      "src/api.ts": head + rest + call,
    });
    const line = "import { fetch } from './tencent/fetch'\n";
    expect(files["src/api.ts"]).toBe(rest === "" ? line + head + call : head + line + rest + call);
  });

  test("leaves alone a module that calls nothing but the app's own addresses", async () => {
    const app = {
      "index.html": '<script type="module" src="/src/main.tsx"></script>',
      "vite.config.ts": "export default { plugins: [] };\n",
      "src/main.tsx":
        'import { createRoot } from "react-dom/client";\nimport.meta.glob("./*.ts");\ncreateRoot(document.body).render(<App />);\n',
      "src/session.ts": "export const signIn = (body) => fetch('/session/qq', { method: 'POST', body });\n",
      "src/notes.ts": "export const notes = () => fetch('/api/notes');\n",
      "src/friends.ts": "export const friends = (id) => fetch('/api/' + 'qq/' + id);\n",
      "src/photos.ts": "export const photos = (id) => fetch(`/api/qq/photos/${id}`);\n",
    };
    const changed = ({ files }: { readonly files: Readonly<Record<string, string>> }): readonly string[] =>
      ["session", "notes", "friends", "photos"].filter((name) => files[`src/${name}.ts`]?.includes("tencent/fetch"));
    expect(changed(await appAfter(["vite"], app))).toEqual(["notes", "friends", "photos"]);
    expect(changed(await appAfter(["vite"], app, "--platform", "/api/qq/"))).toEqual(["friends", "photos"]);
    const { "src/notes.ts": _notes, "src/friends.ts": _friends, "src/photos.ts": _photos, ...own } = app;
    const { files } = await appAfter(["vite"], own);
    expect(files["src/tencent/fetch.ts"]).toBeUndefined();
  });

  test("says how where nothing is found that could be wrapped", async () => {
    const { code, out } = await appAfter(["vite", "@tanstack/react-query"], {
      "index.html": '<script type="module" src="/src/main.tsx"></script>',
      "vite.config.ts": "export default { plugins: [] };\n",
      "src/main.tsx": 'import { createRoot } from "react-dom/client";\ncreateRoot(document.body).render(<App />);\n',
    });
    expect(code).toBe(1);
    expect(out).toContain("by hand  Where your calls are set up: withTencent(new QueryClient())");
  });
});

describe("of an app's folders, init changes what the page loads alone:", () => {
  const call = 'export const r = () => fetch("https://graph.qq.com/x");\n';
  const vite = {
    "index.html": '<html><script type="module" src="/src/main.tsx"></script></html>',
    "vite.config.ts":
      'import { fileURLToPath } from "node:url";\nexport default { plugins: [], resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } } };\n',
    "src/main.tsx":
      'import { createRoot } from "react-dom/client";\nimport { r } from "@/lib/api";\n// import "./old/commented"\ncreateRoot(document.body).render(<App r={r} />);\n',
    "src/lib/api.ts": `import type { Router } from "../../server/types";\n${call}`,
  };
  const next = {
    "next.config.ts": "export default {};\n",
    "tsconfig.json": '{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }',
    "app/layout.tsx": "export default function L({ children }) {\n  return <html><body>{children}</body></html>;\n}\n",
    "app/page.tsx": 'import { Friends } from "@/parts/friends";\nexport default () => <Friends />;\n',
    "parts/friends.tsx":
      '"use client";\nimport { r } from "@/lib/api";\nexport const Friends = () => <p onClick={r} />;\n',
    "lib/api.ts": call,
  };

  async function changedBy(
    dependency: string,
    files: Readonly<Record<string, string>>,
    prepare?: (folder: string) => void,
  ): Promise<Ending & { readonly changed: readonly string[] }> {
    const folder = await appOf([dependency], files);
    prepare?.(folder);
    const ending = await initIn(folder, "--exchange", "/session/qq");
    const after = filesOf(folder);
    return { ...ending, changed: Object.keys(files).filter((path) => after[path] !== files[path]) };
  }
  const wired = ["index.html", "src/lib/api.ts", "src/main.tsx", "vite.config.ts"];

  test.each([
    ["server/relay.mjs"],
    ["server/src/qq.ts"],
    ["api/qq.ts"],
    ["functions/qq.ts"],
    ["scripts/a.js"],
    ["public/vendor/a.js"],
    ["out/a.js"],
    ["www/assets/a.js"],
    ["storybook-static/a.js"],
    ["dist-without/assets/index.js"],
    ["src/old/commented.ts"],
    ["packages/server/index.ts"],
  ])("not %s, which it lists", async (path) => {
    const { code, out, changed } = await changedBy("vite", { ...vite, [path]: call });
    expect([code, changed.toSorted()]).toEqual([0, wired.slice(1)]);
    expect(out).toContain(`left     ${path} (the page does not load it)`);
  });

  test("not a server's module whose types alone the page imports", async () => {
    const { changed } = await changedBy("vite", { ...vite, "server/types.ts": `export interface Router {}\n${call}` });
    expect(changed.toSorted()).toEqual(wired.slice(1));
  });

  test("not a module that a server loads as well: that is told", async () => {
    const server = { "server/index.mjs": 'import { r } from "../src/lib/api.ts";\nr();\n' };
    const { code, out, changed } = await changedBy("vite", { ...vite, ...server });
    expect([code, changed.toSorted()]).toEqual([1, ["src/main.tsx", "vite.config.ts"]]);
    expect(out).toContain("by hand  src/lib/api.ts calls, and is left as it is (more than the page loads it)");
  });

  test("not what git ignores: a page's module of that kind is told", async () => {
    const ignore = { ".gitignore": "src/lib/\nwww/\n", "www/a.js": call };
    const { code, out, changed } = await changedBy("vite", { ...vite, ...ignore }, (folder) => {
      execFileSync("git", ["init", "--quiet"], { cwd: folder });
    });
    expect([code, changed.toSorted()]).toEqual([1, ["src/main.tsx", "vite.config.ts"]]);
    expect(out).toContain("by hand  src/lib/api.ts calls, and is left as it is (git ignores it)");
    expect(out).not.toContain("www/");
  });

  test.each([
    ["a dynamic import", 'const page = () => import("./pages/Mine");', "src/pages/Mine.tsx"],
    [
      "a dynamic import with a name in it",
      "const page = (name) => import(`./pages/${name}.tsx`);",
      "src/pages/Mine.tsx",
    ],
    ["Vite's glob", 'const pages = import.meta.glob(["./pages/**/*.tsx", "!**/*.md"]);', "src/pages/a/Mine.tsx"],
    ["an import for its effect", 'import "./start.js"', "src/start.ts"],
    ["an export", "export {\n  a,\n  type B,\n} from './parts'", "src/parts/index.ts"],
    ["an alias", "import a, { b } from '@/parts/a'", "src/parts/a.jsx"],
    ["a path from the root", "import * as a from '/src/parts/a'", "src/parts/a.mts"],
  ])("also by %s", async (_how, line, path) => {
    const main = `${line}\n${vite["src/main.tsx"]}`;
    const { code, changed } = await changedBy("vite", { ...vite, "src/main.tsx": main, [path]: call });
    expect([code, changed]).toEqual([0, expect.arrayContaining([path])]);
  });

  test.each([
    ["tsconfig.json", '{\n  // its paths\n  "compilerOptions": { "paths": { "~/*": ["./src/*"] } }\n}'],
    ["jsconfig.json", '{ "compilerOptions": { "baseUrl": ".", "paths": { "~/*": ["src/*"] } } }'],
    ["tsconfig.app.json", '{ "compilerOptions": { "baseUrl": "./src", "paths": { "~/*": ["./*"] } } }'],
    ["vite.config.ts", 'export default { plugins: [], resolve: { alias: [{ find: "~", replacement: "/src" }] } };\n'],
    [
      "vite.config.ts",
      'export default { plugins: [], resolve: { alias: { "~/": path.resolve(__dirname, "src") + "/" } } };\n',
    ],
  ])("with the aliases of %s", async (path, text) => {
    const main = vite["src/main.tsx"].replace("@/lib", "~/lib");
    const { changed } = await changedBy("vite", { ...vite, [path]: text, "src/main.tsx": main });
    expect(changed).toContain("src/lib/api.ts");
  });

  test("in Next.js what client components lead to, and nothing that the server runs", async () => {
    const { code, out, changed } = await changedBy("next", {
      ...next,
      "app/friends/route.ts": call,
      "app/actions.ts": `"use server";\n${call}`,
      "parts/form.tsx":
        '"use client";\nimport { r } from "../app/actions";\nexport const Form = () => <form action={r} />;\n',
      "app/form/page.tsx": 'import { Form } from "@/parts/form";\nexport default () => <Form />;\n',
      "app/list/page.tsx": `import { s } from "../../lib/server";\n${call}export default () => s();\n`,
      "lib/server.ts": call.replace("r =", "s ="),
      "middleware.ts": call,
      "pages/api/qq.ts": call,
      "server.js": call,
    });
    expect([code, changed.toSorted()]).toEqual([0, ["app/layout.tsx", "lib/api.ts", "next.config.ts"]]);
    expect(out).toContain("left     lib/server.ts (the page does not load it)");
  });

  test("in Next.js not what a client component and a server's both lead to, unless it asks for a path", async () => {
    const page = 'import { r } from "../../lib/api";\nexport default async () => <p>{await r()}</p>;\n';
    const both = await changedBy("next", { ...next, "app/list/page.tsx": page });
    expect([both.code, both.changed]).toEqual([1, expect.not.arrayContaining(["lib/api.ts"])]);
    expect(both.out).toContain("by hand  lib/api.ts calls");
    const path = { "app/list/page.tsx": page, "lib/api.ts": 'export const r = () => fetch("/api/qq/x");\n' };
    expect((await changedBy("next", { ...next, ...path })).changed).toContain("lib/api.ts");
  });
});

describe("in an app that is dark, init", () => {
  const app = {
    "index.html": '<!doctype html>\n<html lang="en">\n  <script type="module" src="/src/main.tsx"></script>\n</html>\n',
    "vite.config.ts": "export default { plugins: [] };\n",
    "src/main.tsx": 'import "./index.css";\ncreateRoot(document.body).render(<App />);\n',
  };
  const htmlAfter = async (files: Readonly<Record<string, string>>): Promise<readonly [string | undefined, string]> => {
    const folder = await appOf(["vite"], { ...app, ...files });
    const { out } = await initIn(folder);
    return [/<html.*>/.exec(filesOf(folder)["index.html"] ?? "")?.[0], out];
  };

  test.each([
    "@media (prefers-color-scheme: dark) { body { background: #111 } }",
    ":root { color-scheme: light dark }",
  ])("lets the kit follow the system as the page does: %s", async (sheet) => {
    expect((await htmlAfter({ "src/index.css": sheet }))[0]).toBe('<html data-te-scheme="auto" lang="en">');
  });

  test("says where a switch of the app's own turns the kit dark, and leaves it to a bridge", async () => {
    const sheet = { "src/index.css": ".dark { --bg: #111 }" };
    const [html, out] = await htmlAfter(sheet);
    expect([html, out]).toEqual(['<html lang="en">', expect.stringContaining('set data-te-scheme="dark" with it')]);
    expect((await htmlAfter({ ...sheet, "components.json": "{}" }))[1]).not.toContain("data-te-scheme");
    expect((await htmlAfter({ "src/index.css": "body { color: #111 }" }))[0]).toBe('<html lang="en">');
  });
});
