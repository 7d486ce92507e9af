import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { page } from "vitest/browser";
import { createTencentErrorClient } from "../../src/core.js";
import { autoReauth } from "../../src/flows/autoReauth.js";
import { popupReauth } from "../../src/flows/popupReauth.js";
import { redirectReauth } from "../../src/flows/redirectReauth.js";
import { ErrorNotice, ReauthPrompt, TencentErrorProvider } from "../../src/index.js";
import en from "../../src/locales/en.js";
import { leaving, type Leaving } from "./leaving.js";

const revoked = { ret: -21, msg: "revoked" };
let left: Leaving;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "performance", "Date"] });
  sessionStorage.clear();
  // sees location.assign, location.replace and whatever else would leave the page: those can't be spied on themselves
  left = leaving();
  vi.spyOn(window, "open").mockReturnValue(null);
});

afterEach(() => {
  left.stop();
  sessionStorage.clear();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test("the guard of this test sees a page being left", async () => {
  location.assign("https://graph.qq.com/");
  location.replace("https://graph.qq.com/");
  await expect.poll(() => left.urls).toHaveLength(2);
});

test.each([
  ["popup", popupReauth],
  ["redirect", redirectReauth],
  ["auto", autoReauth],
] as const)(
  "T34: 200 calls that fail with -21 ask once and start nothing: %s",
  { tags: ["T34"] },
  async (kind, makeFlow) => {
    const exchange = vi.fn(() => Promise.resolve());
    const flow = makeFlow({ clientId: `${kind} only by hand`, redirectUri: "/back.html", exchange });
    const client = createTencentErrorClient({ reauth: flow });
    const call = client.guard(async () => client.unwrap(revoked), { replay: "auto" });
    await render(
      <TencentErrorProvider client={client} locale={en}>
        <ErrorNotice error={revoked} />
        <ReauthPrompt />
      </TencentErrorProvider>,
    );
    const calls = Array.from({ length: 200 }, () => call().catch(() => undefined));
    await expect.element(page.getByRole("dialog")).toBeVisible();
    await vi.advanceTimersByTimeAsync(1000);
    await expect.element(page.getByText("200 items affected")).toBeVisible();
    await vi.advanceTimersByTimeAsync(900_000);
    expect(client.recentEvents().filter(({ type }) => type.startsWith("reauth."))).toHaveLength(1);
    expect([vi.mocked(window.open).mock.calls, left.urls, exchange.mock.calls]).toEqual([[], [], []]);

    page
      .getByRole("button", { name: "Sign in again with QQ" })
      .first()
      .element()
      .dispatchEvent(new MouseEvent("click", { bubbles: true }));
    await expect.poll(() => vi.mocked(window.open).mock.calls.length + left.urls.length).toBe(1);
    client.reauth.cancel();
    await Promise.all(calls);
  },
);
