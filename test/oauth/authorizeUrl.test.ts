import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AuthorizeRequest, authorizeUrl } from "../../src/oauth/authorizeUrl.js";
import { checkOptions } from "../../src/oauth/checkOptions.js";
import { runs } from "../diagnose/hostile.js";

const page = "https://app.example/shop/";
const request = { clientId: "100550231", redirectUri: "https://app.example/cb?x=1&y=ü", state: "s".repeat(43) };

test("asks for a code with what was given and nothing else", () => {
  const url = new URL(asked({ ...request, scope: ["get_user_info", "list_album"] }));
  expect(`${url.origin}${url.pathname}`).toBe("https://graph.qq.com/oauth2.0/authorize");
  expect(Object.fromEntries(url.searchParams)).toEqual({
    response_type: "code",
    client_id: "100550231",
    redirect_uri: new URL(request.redirectUri).href,
    state: request.state,
    scope: "get_user_info,list_album",
  });
});

test("leaves the scope out when nothing more is asked for", () => {
  for (const scope of [undefined, []]) expect(asked({ ...request, scope })).not.toContain("scope");
});

test("keeps what another sign-in page needs, and lets it override nothing", () => {
  const url = new URL(
    asked({ ...request, authorizeUrl: "https://sso.example/a?tenant=1&response_type=token&state=fixed" }),
  );
  expect([
    url.searchParams.get("tenant"),
    url.searchParams.getAll("response_type"),
    url.searchParams.getAll("state"),
  ]).toEqual(["1", ["code"], [request.state]]);
});

test("P17: what was put in comes out again, in 2,000 characters", { tags: ["P17"] }, () => {
  const name = fc.stringMatching(/^[a-z_]{1,20}$/);
  fc.assert(
    fc.property(
      fc.stringMatching(/^\d{6,10}$/),
      fc.webUrl(),
      fc.array(name, { maxLength: 5 }),
      (clientId, redirectUri, scope) => {
        fc.pre(redirectUri.length < 300);
        const href = asked({ clientId, redirectUri, scope, state: request.state }, redirectUri);
        const { searchParams } = new URL(href);
        expect([searchParams.get("client_id"), searchParams.get("redirect_uri")]).toEqual([
          clientId,
          new URL(redirectUri).href,
        ]);
        expect(searchParams.get("scope") ?? "").toBe(scope.join(","));
        expect(href.length).toBeLessThanOrEqual(2000);
      },
    ),
    { numRuns: runs },
  );
});

describe("T22: a sign-in page is reached", { tags: ["T22"] }, () => {
  test.each([
    "https://graph.qq.com/oauth2.0/authorize",
    "http://localhost:4000/a",
    "http://127.0.0.1:4000/a",
    "http://[::1]:4000/a",
    "/session/qq/start",
  ])("at %s", (address) => {
    expect(asked({ ...request, authorizeUrl: address })).toContain(address);
  });

  // prettier-ignore
  test.each([
    "http://graph.qq.com/a", "http://evil-localhost/a", "http://localhost.evil.example/a", "http://127.0.0.1.evil.example/", "http://evil.example/#localhost", "http://localhost@evil.example/",
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "blob:https://graph.qq.com/1", "file:///etc/passwd", "ftp://graph.qq.com/", "ws://localhost/",
    "vbscript:x", "about:blank", "mailto:a@b.c", "graph.qq.com", "//graph.qq.com", "", " ", "\0",
  ])("never at %j", (address) => {
    expect(authorizeUrl({ ...request, authorizeUrl: address }, page)).toBeUndefined();
  });

  test("at the page's own origin, whatever that is, and never from a page without one", () => {
    const own = "http://intranet:8080/friends";
    const here = { ...request, redirectUri: "/back", authorizeUrl: "http://intranet:8080/start" };
    expect(authorizeUrl(here, own)).toContain("http://intranet:8080/start");
    expect(authorizeUrl(here, "about:blank")).toBeUndefined();
  });

  test.each([
    [
      { ...request, authorizeUrl: "http://graph.qq.com/a" },
      '[tencent-error-kit] authorizeUrl is "http://graph.qq.com/a"',
    ],
    [
      { ...request, redirectUri: "https://evil.example/" },
      '[tencent-error-kit] redirectUri is "https://evil.example/"',
    ],
    [{ ...request, appKey: "x" }, '[tencent-error-kit] aFlow was given "appKey"'],
  ])("and an app that got it wrong is told so: %#", (options, fault) => {
    expect(() => checkOptions("aFlow", options, page)).toThrow(fault);
  });

  test("right options throw nothing, and neither does a server, which has no page", () => {
    checkOptions("aFlow", request, page);
    checkOptions("aFlow", { ...request, redirectUri: "https://evil.example/" }, undefined);
  });
});

/** What is asked of a lawful page. */
function asked(given: AuthorizeRequest, href = page): string {
  const address = authorizeUrl(given, href);
  if (address === undefined) throw new Error("refused");
  return address;
}
