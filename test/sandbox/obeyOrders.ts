import type { MiddlewareHandler } from "hono";
import { errorPageAddress } from "./errorPageAddress.js";
import { gatewayPage } from "./gatewayPage.js";
import type { Order } from "./Order.js";
import type { SandboxContext, SandboxEnv } from "./SandboxEnv.js";
import { takeOrder } from "./takeOrder.js";
import { untilAborted } from "./untilAborted.js";
import { wireResponse } from "./wireResponse.js";

/** Answers a call as ordered instead of as it deserves, or lets it wait first. */
export function obeyOrders(context: SandboxContext): MiddlewareHandler<SandboxEnv> {
  return async (c, next) => {
    const { world } = c.env;
    const order = takeOrder(world, c.req.method, c.req.path);
    const isSlow = !c.env.isRelayed && !c.req.path.startsWith("/sandbox/");
    const delay = (order?.delayMs ?? 0) + (isSlow ? (world.settings.slowMs ?? 0) : 0);
    if (delay > 0) await context.sleep(delay, c.req.raw.signal);
    if (order?.afterwards === true) await next();
    if (order?.silent === true) await untilAborted(c.req.raw.signal);
    const strands = order?.code !== undefined && order.shape === undefined && c.req.path === "/oauth2.0/authorize";
    const base = context.originOf(c.req.raw) + world.prefix;
    if (strands) c.res = c.redirect(errorPageAddress(base, order.code, new URL(c.req.url).searchParams));
    else {
      const response = order === undefined ? null : ordered(order);
      if (response !== null) c.res = response;
      else if (order?.afterwards !== true) await next();
    }
    if (order?.retryAfter !== undefined) c.header("retry-after", String(order.retryAfter));
  };
}

/** Null: the order says nothing about the answer. */
function ordered({ html, body, contentType, code, shape, message, httpStatus }: Order): Response | null {
  if (html !== undefined) return gatewayPage(html);
  if (body !== undefined)
    return new Response(body, { status: httpStatus ?? 200, headers: { "content-type": contentType ?? "text/html" } });
  if (code !== undefined) return wireResponse(code, { shape, message, httpStatus });
  return httpStatus === undefined ? null : new Response(null, { status: httpStatus });
}
