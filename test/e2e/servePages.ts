import react from "@vitejs/plugin-react";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { build, type Rolldown } from "vite";
import { plantMutant } from "../mutants/plantMutant.js";

/** Built pages by their path, ready to be served. */
export type Pages = ReadonlyMap<string, string | Uint8Array>;

/** A server on a free port of this machine. `localhost` and `127.0.0.1` lead to it, which are two sites. */
export interface Served {
  readonly port: number;
  close(): Promise<void>;
}

/** What is answered: a body with its headers, or null where there is nothing. */
export type Answer = (request: IncomingMessage, url: URL) => Answered | null | Promise<Answered | null>;

/** A body with its headers. */
export interface Answered {
  readonly body: string | Uint8Array;
  readonly headers: Headers;
}

type Headers = Readonly<Record<string, string>>;

/** Builds the pages of a folder as an app would, with the kit and React inside. */
export async function buildPages(
  folder: string,
  pages: readonly string[],
  mode: "production" | "development",
): Promise<Pages> {
  const root = fileURLToPath(new URL(folder, import.meta.url));
  const built = await build({
    root,
    mode,
    configFile: false,
    logLevel: "error",
    plugins: [...plantMutant(process.env["MUTANT"]), react()],
    // what the packs of examples/ import
    resolve: {
      alias: { "tencent-error-kit/core": fileURLToPath(new URL("../../src/core.ts", import.meta.url)) },
    },
    define: { "process.env.NODE_ENV": JSON.stringify(mode) },
    build: {
      write: false,
      minify: mode === "production",
      rolldownOptions: { input: pages.map((page) => `${root}/${page}`) },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]) as Rolldown.RolldownOutput[];
  return new Map(
    outputs
      .flatMap(({ output }) => output)
      .map((file) => [`/${file.fileName}`, file.type === "chunk" ? file.code : file.source]),
  );
}

/** Answers with the pages, and `headers` on each. */
export function answerWith(pages: Pages, headers: Headers = {}): Answer {
  return (_request, { pathname }) => {
    const path = pathname === "/" ? "/index.html" : pathname;
    const body = pages.get(path);
    return body === undefined ? null : { body, headers: { "content-type": typeOf(path), ...headers } };
  };
}

/** Listens on a free port. */
export async function serve(answer: Answer): Promise<Served> {
  const server = createServer((request, response) => {
    void Promise.resolve(answer(request, new URL(request.url ?? "/", "http://localhost"))).then((found) =>
      response.writeHead(found === null ? 404 : 200, found?.headers).end(found?.body),
    );
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function typeOf(path: string): string {
  if (path.endsWith(".html")) return "text/html; charset=utf-8";
  return path.endsWith(".css") ? "text/css" : "text/javascript";
}
