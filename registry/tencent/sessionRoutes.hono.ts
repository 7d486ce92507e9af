import { Hono } from "hono";
import { createExchange } from "./createExchange.js";
import { openSession } from "./sessions.js";

const origin = process.env["APP_ORIGIN"] ?? "http://localhost:5173";
const provider = process.env["QQ_PROVIDER"];

const exchange = createExchange({
  appId: process.env["QQ_APP_ID"] ?? "",
  appKey: process.env["QQ_APP_KEY"] ?? "",
  origin,
  redirectUri: `${origin}/tencent-callback.html`,
  ...(provider !== undefined && { provider }),
  openSession,
});

/** `app.route("/", sessionRoutes)`. The page's `startRoute` is `/session/qq/start`, its `sessionRoute` `/session/qq`. */
export const sessionRoutes = new Hono()
  .get("/session/qq/start", (c) => exchange.start(c.req.raw))
  .post("/session/qq", (c) => exchange.finish(c.req.raw));
