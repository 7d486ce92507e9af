import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attempt } from "../../src/base/safely.js";
import { webAddress } from "../../src/base/url.js";
import { ownAddress } from "../../src/oauth/authorizeUrl.js";
import { createTencentErrorClient } from "../../src/client/createTencentErrorClient.js";
import { diagnose } from "../../src/diagnose/diagnose.js";
import { ticketDesk } from "../../src/flows/ticketDesk.js";
import { authorizeUrl } from "../../src/oauth/authorizeUrl.js";
import { createPendingSignIn, readPendingSignIn } from "../../src/oauth/pendingSignIn.js";
import { docsUrl } from "../../src/support/supportDesk.js";
import { runs } from "../diagnose/hostile.js";
import { named, own, page, strange } from "./addresses.js";

const state = "s".repeat(43);
const asked = { clientId: "1", redirectUri: "/cb", state };
const home = new URL(page).origin;

const signInPage = (address: string): string | undefined => authorizeUrl({ ...asked, authorizeUrl: address }, page);
const returnPage = (address: string): string | null | undefined => {
  const href = authorizeUrl({ ...asked, redirectUri: address }, page);
  return href === undefined ? href : new URL(href).searchParams.get("redirect_uri");
};
const wayBack = (address: string): string | undefined =>
  readPendingSignIn(
    { ...createPendingSignIn(state, { provider: "qq", client: "100 /back" }, page), returnTo: address },
    page,
  )?.returnTo;
const reference = (address: string): string | undefined =>
  attempt(() => createTencentErrorClient({ docs: address }).docs);
const desk = (address: string): string | undefined => attempt(() => ticketDesk({ url: address }).url);

/** Independent of the kit: what a reader sees at the beginning of an address is where it leads. */
function isAsRead(address: string, href: string): boolean {
  const seen = /^(https:\/\/[^/?#\s@\\]+)/iu.exec(address)?.[1];
  return seen !== undefined && new URL(seen).origin === new URL(href).origin && new URL(href).protocol === "https:";
}

test("150 strange addresses and 20 of each lawful kind are at hand", () => {
  expect(strange.length).toBeGreaterThanOrEqual(150);
  expect(Math.min(own.length, named.length)).toBeGreaterThanOrEqual(20);
});

describe("P14, T20–T22: an address", { tags: ["P14"] }, () => {
  test.each<readonly [string, (address: string) => string | null | undefined]>([
    ["of the return page", returnPage],
    ["to come back to", wayBack],
  ])("%s is of this origin or none", (_slot, resolve) => {
    const found = strange.map(resolve).filter((href) => typeof href === "string");
    expect(found.filter((href) => new URL(href).origin !== home || /[\\@]/.test(href))).toEqual([]);
    expect(own.map(resolve)).toEqual(own.map((address) => new URL(address, page).href));
  });

  test.each<readonly [string, (address: string) => string | undefined]>([
    ["of the sign-in page", signInPage],
    ["of the ticket desk", desk],
    ["of the reference", reference],
  ])("%s leads where a reader sees it lead, over https", (_slot, resolve) => {
    const taken = strange.flatMap((address) => {
      const href = resolve(address);
      return href === undefined ? [] : [{ address, href }];
    });
    expect(taken.filter(({ address, href }) => !isAsRead(address, href) && new URL(href).origin !== home)).toEqual([]);
    for (const address of named) expect(new URL(resolve(address)!).origin).toBe(new URL(address).origin);
  });

  test("of the vendor's docs is the kit's own, whatever a server sends", () => {
    for (const address of strange)
      for (const body of [
        { error: 100010, error_description: address },
        { ret: -3, msg: address, docs: address, url: address },
      ])
        expect([undefined, "https://wiki.connect.qq.com/回调地址常见问题及修改方法"]).toContain(
          docsUrl(diagnose(body)),
        );
  });

  test("with `//` at the beginning of its path is no way back", () => {
    for (const address of ["/..//evil.example", "/.//evil.example", "https://app.example//evil.example"])
      expect(wayBack(address)).toBeUndefined();
  });

  test.each(["about:blank", "data:text/html,x", "file:///a/b.html"])("is none at all in a page at %s", (opaque) => {
    expect(ownAddress("/cb", opaque)).toBeUndefined();
  });

  test("made of pieces of others agrees with the platform's own reading", () => {
    const urlish = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            ..."\t|\n|\\|/|//|@|#|?|%2f|.|。|:|https:|javascript:|app.example|evil.example|graph.qq.com|cb".split("|"),
          ),
          fc.string({ maxLength: 3 }),
        ),
        { maxLength: 8 },
      )
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(urlish, (address) => {
        for (const resolve of [returnPage, wayBack]) {
          const href = resolve(address);
          if (typeof href === "string") expect(new URL(href).origin).toBe(home);
        }
        const href = signInPage(address);
        if (href !== undefined) expect(isAsRead(address, href) || new URL(href).origin === home).toBe(true);
        if (webAddress(address) !== undefined) expect(new URL(address).href).toBe(webAddress(address)?.href);
      }),
      { numRuns: runs },
    );
  });
});
