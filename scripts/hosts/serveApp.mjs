// node serveApp.mjs <port>: serves the folder `dist`, and index.html for every path that is no file, as nginx with `try_files`.
import { serve } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";

const app = new Hono();
app.use(serveStatic({ root: "dist" }));
app.get("*", serveStatic({ path: "dist/index.html" }));
serve({ fetch: app.fetch, port: Number(process.argv[2]), hostname: "127.0.0.1" });
