import { Hono } from "hono";
import { createControl, type SandboxControl } from "./createControl.js";
import type { Worlds } from "./createWorlds.js";
import type { SandboxEnv } from "./SandboxEnv.js";

/** The calls by which stories and tests say what is to happen. Each answers `{ok: true}`, or 400 with what is wrong. */
export function controlRoutes(worlds: Worlds): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  for (const [name, act] of Object.entries(acts))
    routes.post(`/sandbox/${name}`, async (c) => {
      try {
        const text = await c.req.text();
        act(createControl(worlds, c.env.world.name), text === "" ? {} : JSON.parse(text));
        return c.json({ ok: true });
      } catch (error) {
        return c.json({ ok: false, error: String(error) }, 400);
      }
    });
  return routes;
}

const acts: Readonly<Record<string, (control: SandboxControl, body: unknown) => void>> = {
  orders: (control, body) => {
    for (const order of Array.isArray(body) ? body : [body]) control.order(order);
  },
  revoke: (control, body) => control.revoke(codeIn(body)),
  expire: (control) => control.expire(),
  password: (control) => control.changePassword(),
  settings: (control, body) => control.set(Object(body)),
  reset: (control) => control.reset(),
};

function codeIn(body: unknown): number | undefined {
  const { code } = Object(body) as { code?: unknown };
  return typeof code === "number" ? code : undefined;
}
