import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { authorizeUrl } from "../../src/core/authorizeUrl.js";
import { ownAddress } from "../../src/core/ownAddress.js";
import { runs } from "./hostile.js";

const request = { clientId: "100550231", redirectUri: "https://app.example/cb?x=1&y=ü", state: "s".repeat(43) };

test("asks for a code with what was given and nothing else", () => {
  const url = new URL(authorizeUrl({ ...request, scope: ["get_user_info", "list_album"] }));
  expect(`${url.origin}${url.pathname}`).toBe("https://graph.qq.com/oauth2.0/authorize");
  expect(Object.fromEntries(url.searchParams)).toEqual({
    response_type: "code",
    client_id: "100550231",
    redirect_uri: request.redirectUri,
    state: request.state,
    scope: "get_user_info,list_album",
  });
});

test("leaves the scope out when nothing more is asked for", () => {
  for (const scope of [undefined, []]) expect(authorizeUrl({ ...request, scope })).not.toContain("scope");
});

test("keeps what another sign-in page needs, and lets it override nothing", () => {
  const url = new URL(
    authorizeUrl({ ...request, authorizeUrl: "https://sso.example/a?tenant=1&response_type=token&state=fixed" }),
  );
  expect([
    url.searchParams.get("tenant"),
    url.searchParams.getAll("response_type"),
    url.searchParams.getAll("state"),
  ]).toEqual(["1", ["code"], [request.state]]);
});

test("P17: what was put in comes out again, in 2,000 characters", () => {
  const name = fc.stringMatching(/^[a-z_]{1,20}$/);
  fc.assert(
    fc.property(
      fc.stringMatching(/^\d{6,10}$/),
      fc.webUrl(),
      fc.array(name, { maxLength: 5 }),
      (clientId, redirectUri, scope) => {
        fc.pre(redirectUri.length < 300);
        const href = authorizeUrl({ clientId, redirectUri, scope, state: request.state });
        const { searchParams } = new URL(href);
        expect([searchParams.get("client_id"), searchParams.get("redirect_uri")]).toEqual([clientId, redirectUri]);
        expect(searchParams.get("scope") ?? "").toBe(scope.join(","));
        expect(href.length).toBeLessThanOrEqual(2000);
      },
    ),
    { numRuns: runs },
  );
});

describe("T22: a sign-in page is reached", () => {
  test.each([
    "https://graph.qq.com/oauth2.0/authorize",
    "http://localhost:4000/a",
    "http://127.0.0.1:4000/a",
    "http://[::1]:4000/a",
  ])("at %s", (page) => {
    expect(authorizeUrl({ ...request, authorizeUrl: page })).toContain(page);
  });

  // prettier-ignore
  test.each([
    "http://graph.qq.com/a", "http://localhost.evil.example/a", "http://127.0.0.1.evil.example/", "http://evil.example/#localhost", "http://localhost@evil.example/",
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "blob:https://graph.qq.com/1", "file:///etc/passwd", "ftp://graph.qq.com/", "ws://localhost/",
    "vbscript:x", "about:blank", "mailto:a@b.c", "graph.qq.com", "//graph.qq.com", "/authorize", "", " ", "\0",
  ])("never at %j", (page) => {
    expect(() => authorizeUrl({ ...request, authorizeUrl: page })).toThrow(TypeError);
  });

  test("and an app that got it wrong is told so", () => {
    expect(() => authorizeUrl({ ...request, authorizeUrl: "http://graph.qq.com/a" })).toThrow(
      '[tencent-error-kit] The sign-in page is at "http://graph.qq.com"',
    );
  });
});

describe("T20: a return page is one of the app's own:", () => {
  const base = "https://app.example/shop/?q=1#x";

  test.each([
    ["/tencent-callback.html", "https://app.example/tencent-callback.html"],
    ["callback", "https://app.example/shop/callback"],
    ["https://app.example/cb", "https://app.example/cb"],
    ["https://app.example:443/cb", "https://app.example/cb"],
    ["/../cb", "https://app.example/cb"],
    ["/..//evil.example", "https://app.example//evil.example"],
  ])("%s is %s", (address, whole) => {
    expect(ownAddress(address, base)).toBe(whole);
  });

  // prettier-ignore
  test.each([
    "https://evil.example/cb", "//evil.example/cb", "\\\\evil.example", "/\\evil.example", "https:evil.example", "https:\\\\evil.example", "http://app.example/cb",
    "https://app.example:8443/cb", "https://app.example.evil.example/", "https://app.example@evil.example/", "https://sub.app.example/", "javascript:alert(1)",
    "data:text/html,x", "blob:https://app.example/1", "file:///cb", "ht\ntps://evil.example", "\t//evil.example", "https://app。example.evil/", "https://[",
  ].filter((address) => address !== "https:evil.example"))("%j is none", (address) => {
    expect(() => ownAddress(address, base)).toThrow(TypeError);
  });

  test.each(["about:blank", "data:text/html,x", "file:///a/b.html"])("none at all in a page at %s", (opaque) => {
    expect(() => ownAddress("/cb", opaque)).toThrow();
  });
});
