// A static file server for one folder: for the pictures, for axe, and for the built Storybook.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const types = /** @type {Readonly<Record<string, string>>} */ ({
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
});

/**
 * Serves a folder at a free port of this machine, below `path` of its origin.
 * @param {string} folder @param {string} [path]
 * @returns {Promise<{ readonly origin: string, close(): Promise<void> }>}
 */
export async function serveFolder(folder, path = "/") {
  const server = createServer((request, response) => {
    const asked = normalize(new URL(request.url ?? "/", "http://localhost").pathname);
    readFile(join(folder, asked.startsWith(path) ? asked.slice(path.length) : "missing")).then(
      (body) => response.setHeader("content-type", types[extname(asked)] ?? "application/octet-stream").end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    origin: `http://localhost:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
