import { type Context, Hono } from "hono";
import type { AccountId } from "./accounts.js";
import { authorizePage } from "./authorizePage.js";
import { coopPolicies } from "./coopPolicies.js";
import { errorPage } from "./errorPage.js";
import { errorPageAddress } from "./errorPageAddress.js";
import { originIn } from "./originIn.js";
import { pageLanguage, type PageLanguage } from "./page.js";
import type { SandboxContext, SandboxEnv } from "./SandboxEnv.js";

/**
 * The authorize page of graph.qq.com and the error page on which it strands people.
 * @see https://wiki.connect.qq.com/使用authorization_code获取access_token
 */
export function authorizeRoutes(context: SandboxContext): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  routes.use("/oauth2.0/authorize", async (c, next) => {
    await next();
    const policy = coopPolicies.find((known) => known === (c.req.query("coop") ?? c.env.world.settings.coop));
    if (policy !== undefined) c.header("cross-origin-opener-policy", policy);
  });
  routes.get("/oauth2.0/authorize", (c) => {
    const asked = new URL(c.req.url).searchParams;
    const code = refusal(context, asked);
    if (code !== null) return c.redirect(errorPageAddress(base(context, c), code, asked));
    return c.html(
      authorizePage(`${base(context, c)}/oauth2.0/authorize?${asked.toString()}`, {
        scope: scopeOf(asked),
        isMobile: asked.get("display") === "mobile",
        language: languageOf(c),
      }),
    );
  });
  routes.post("/oauth2.0/authorize", async (c) => {
    const asked = new URL(c.req.url).searchParams;
    const { choice } = await c.req.parseBody();
    const code = refusal(context, asked) ?? (choice === "error" ? 100010 : null);
    if (code !== null) return c.redirect(errorPageAddress(base(context, c), code, asked));
    if (choice === "deny") return c.redirect(callback(asked, { usercancel: "1" }));
    return c.redirect(
      callback(asked, { code: grant(context, c, asked, choice === "another" ? "account-b" : "account-a") }),
    );
  });
  routes.get("/oauth2.0/show", (c) => c.html(errorPage(c.req.query("error") ?? "", languageOf(c))));
  return routes;
}

function languageOf(c: Context<SandboxEnv>): PageLanguage {
  return pageLanguage(c.req.query("lang") ?? null, c.req.header("accept-language"));
}

function base(context: SandboxContext, c: Context<SandboxEnv>): string {
  return context.originOf(c.req.raw) + c.env.world.prefix;
}

/** The number for a missing state is undocumented: 100029, "malformed request", is the sandbox's choice. */
function refusal({ appId, isAppOrigin }: SandboxContext, asked: URLSearchParams): number | null {
  if (!asked.get("client_id")) return 100001;
  if (asked.get("client_id") !== appId) return 100008;
  if (asked.get("response_type") !== "code") return 100000;
  const redirect = asked.get("redirect_uri") ?? "";
  if (redirect.includes("#") || !isAppOrigin(originIn(redirect))) return 100010;
  return asked.get("state") ? null : 100029;
}

function scopeOf(asked: URLSearchParams): readonly string[] {
  return (asked.get("scope") || "get_user_info").split(",").map((name) => name.trim());
}

function callback(asked: URLSearchParams, answer: Readonly<Record<string, string>>): string {
  const url = new URL(asked.get("redirect_uri") ?? "");
  for (const [key, value] of Object.entries(answer)) url.searchParams.set(key, value);
  url.searchParams.set("state", asked.get("state") ?? "");
  return url.href;
}

function grant(context: SandboxContext, c: Context<SandboxEnv>, asked: URLSearchParams, accountId: AccountId): string {
  const { grants, random } = c.env.world;
  const code = random(32);
  const [redirectUri, state] = [asked.get("redirect_uri") ?? "", asked.get("state") ?? ""];
  grants.set(code, {
    accountId,
    redirectUri,
    state,
    scope: scopeOf(asked).join(","),
    issuedAt: context.now(),
    isUsed: false,
  });
  return code;
}
