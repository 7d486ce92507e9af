// node serveApp.mjs <port>: hands out the folder `dist`, and the app for every path that is no file, as nginx is told to.
import { serve } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";

const app = new Hono();
app.use(serveStatic({ root: "dist" }));
app.get("*", serveStatic({ path: "dist/index.html" }));
serve({ fetch: app.fetch, port: Number(process.argv[2]), hostname: "127.0.0.1" });
