import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { ErrorNotice, ReauthPrompt, TicketDialog } from "../../src/index.js";
import { strange } from "../oauth/addresses.js";
import { onPage } from "../components/onPage.js";

const allowed = new Set([
  "https://console.cloud.tencent.com/workorder/category",
  "https://wiki.connect.qq.com/回调地址常见问题及修改方法",
]);

const texts =
  "msg message msgext error_description errmsg errorMessage detail reason title name url href link docs docUrl documentation help support redirect_uri redirect location returnTo next type instance request_id requestId traceId seq";

/** A body whose every text is this address, under each name that a reader or a page could take for one. */
const said = (address: string): object => Object.fromEntries(texts.split(" ").map((name) => [name, address]));

/** What a server could answer: each envelope, and codes that come with every button that the kit has. */
// prettier-ignore
const bodies: readonly ((address: string) => unknown)[] = [
  (address) => ({ ...said(address), ret: -21 }),
  (address) => ({ ...said(address), ret: -3, data: said(address) }),
  (address) => ({ ...said(address), error: 100010 }),
  (address) => ({ ...said(address), ret: address, error: address, code: address }),
  (address) => Object.assign(new Error(address), { response: { status: 400, ...said(address), data: { ret: -1, ...said(address) } } }),
  (address) => `callback( ${JSON.stringify({ ...said(address), error: 100016 })} );`,
  (address) => Object.assign(new Error(address), said(address), { cause: said(address) }),
  (address) => `https://app.example/cb?code=100010&${new URLSearchParams(said(address) as Record<string, string>).toString()}`,
  (address) => `<a href="${address}">${address}</a><meta http-equiv="refresh" content="0;url=${address}"><form action="${address}">error=100010</form>`,
];

/** Wherever something in the page could lead or load from. */
function leads(): readonly string[] {
  const places = "href src srcset action formaction data poster background cite ping xlink:href style".split(" ");
  const ours = document.querySelectorAll("[data-part], [data-part] *");
  return [...ours].flatMap((element) =>
    places.map((name) => element.getAttribute(name)).filter((address) => address !== null && address !== ""),
  ) as readonly string[];
}

test.each(["user", "developer"] as const)(
  "T22: no address that a server sends becomes a link, a picture or a form for a %s",
  async (audience) => {
    expect(strange.length).toBeGreaterThanOrEqual(150);
    const seen = new Set<string>();
    const shown: number[] = [];
    for (const body of bodies) {
      const errors = strange.map(body);
      const { screen } = await onPage(
        <>
          {errors.map((error, index) => (
            <ErrorNotice
              key={index}
              error={error}
              announce={false}
              isClaiming={false}
              details
              onRetry={() => undefined}
            />
          ))}
        </>,
        { audience },
      );
      shown.push(document.querySelectorAll("[data-part=notice]").length / errors.length);
      for (const summary of document.querySelectorAll("summary")) summary.click();
      await expect.poll(() => document.querySelectorAll("details:not([open])").length).toBe(0);
      for (const href of leads()) seen.add(href);
      await screen.unmount();
    }
    // some texts are read as no failure in one of these shapes
    expect(shown.filter((share) => share > 0.9).length).toBeGreaterThanOrEqual(7);
    expect([...seen].filter((href) => !allowed.has(href) && !/^(?:position|width)/.test(href))).toEqual([]);
    expect([...seen].some((href) => allowed.has(href))).toBe(audience === "developer");
  },
  // thousands of notices
  60_000,
);

test("T22: nor in the prompt and the ticket's dialog", async () => {
  const error = { ...said("https://evil.example/"), ret: -21 };
  const { client, flow } = await onPage(
    <>
      <ReauthPrompt />
      <TicketDialog error={error} open onOpenChange={() => undefined} audience="developer" />
    </>,
  );
  client.reauth.require(client.diagnose(error));
  client.reauth.start();
  flow.end({ status: "failed", reason: "loop", diagnosis: client.diagnose(error) });
  await expect.element(page.getByText("Code -21").first()).toBeVisible();
  expect(document.querySelectorAll("dialog")).toHaveLength(2);
  expect(leads().filter((address) => address.includes("evil"))).toEqual([]);
});
