import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { autoReauth, type AutoReauthOptions, type FlowChoice } from "../../src/flows/autoReauth.js";
import type { ReauthFlow, ReauthRequest, ReauthRun } from "../../src/model/ReauthFlow.js";
import { leaving, type Leaving } from "./leaving.js";

let left: Leaving;

beforeEach(() => {
  left = leaving();
  vi.spyOn(window, "open").mockImplementation(() => Object.assign(Object.create(null), { closed: false }) as Window);
});

afterEach(() => {
  left.stop();
  sessionStorage.clear();
  vi.restoreAllMocks();
});

/** A page with this flow, and what the kit suggested at each start. */
function page(given: Partial<AutoReauthOptions> = {}): { flow: ReauthFlow; seen: FlowChoice[]; start(): ReauthRun } {
  const seen: FlowChoice[] = [];
  const choose = (suggested: FlowChoice): FlowChoice["flow"] | undefined => {
    seen.push(suggested);
    return given.choose?.(suggested);
  };
  const exchange = (): Promise<void> => Promise.resolve();
  const flow = autoReauth({ clientId: "1", redirectUri: "/back.html", exchange, ...given, choose });
  const controller = new AbortController();
  const request: ReauthRequest = {
    diagnosis: null,
    signal: controller.signal,
    onProgress: () => undefined,
    onRefusal: () => undefined,
  };
  const start = (): ReauthRun => {
    const run = flow.start(request);
    controller.abort();
    return run;
  };
  return { flow, seen, start };
}

const inside = (userAgent: string): void => void vi.spyOn(navigator, "userAgent", "get").mockReturnValue(userAgent);

/** Which of both was done: a window, or leaving the page. */
async function way(): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve));
  return `${String(vi.mocked(window.open).mock.calls.length)} windows, ${String(left.urls.length)} leaves`;
}

test("a window is opened where windows work", async () => {
  const { start, seen } = page();
  start();
  expect([seen, await way()]).toEqual([[{ flow: "popup", why: "window" }], "1 windows, 0 leaves"]);
});

// prettier-ignore
test.each([
  ["WeChat", "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/116 Mobile Safari/537.36 MicroMessenger/8.0.47.2560(0x28002F30) NetType/WIFI"],
  ["WeChat on a PC", "Mozilla/5.0 (Windows NT 10.0; WOW64) AppleWebKit/537.36 Chrome/53 Safari/537.36 MicroMessenger/7.0.9.501 WindowsWechat"],
  ["QQ on Android", "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/98 MQQBrowser/6.2 TBS/046247 Mobile Safari/537.36 V1_AND_SQ_8.9.28_3710 QQ/8.9.28.10155 NetType/4G"],
  ["QQ on iOS", "Mozilla/5.0 (iPhone; CPU iPhone OS 16_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 QQ/8.9.28.630 V1_IPH_SQ_8.9.28_1"],
  ["TIM", "Mozilla/5.0 (Linux; Android 10) AppleWebKit/537.36 Mobile Safari/537.36 TIM/3.5.1"],
])("inside %s the page is left", async (_app, userAgent) => {
  inside(userAgent);
  const { start, seen } = page();
  start();
  expect([seen, await way()]).toEqual([[{ flow: "redirect", why: "inAppBrowser" }], "0 windows, 1 leaves"]);
});

test.each(["MQQBrowser/12.0 Mobile Safari/537.36", "QQBrowser/11.0", "Chrome/156.0.0.0 Safari/537.36"])(
  "%s is a browser with windows",
  (userAgent) => {
    inside(userAgent);
    const { start, seen } = page();
    start();
    expect(seen).toEqual([{ flow: "popup", why: "window" }]);
  },
);

test("F32: an app on a home screen is left", { tags: ["F32"] }, async () => {
  const media = window.matchMedia.bind(window);
  vi.spyOn(window, "matchMedia").mockImplementation((query) =>
    query.includes("standalone") ? media("all") : media(query),
  );
  const { start, seen } = page();
  start();
  expect([seen, await way()]).toEqual([[{ flow: "redirect", why: "standalone" }], "0 windows, 1 leaves"]);
});

test("F01: after a blocked window the next click leaves the page, and never the same one", async () => {
  vi.mocked(window.open).mockReturnValue(null);
  const { flow, start, seen } = page();
  await expect(start().outcome).resolves.toEqual({ status: "failed", reason: "popupBlocked" });
  expect([flow.continuesHere, await way()]).toEqual([true, "1 windows, 0 leaves"]);
  start();
  expect(seen[1]).toEqual({ flow: "redirect", why: "popupBlocked" });
  expect(await way()).toBe("1 windows, 1 leaves");
});

test("the app may choose otherwise; a choice that throws is none", async () => {
  page({ choose: () => "redirect" }).start();
  expect(await way()).toBe("0 windows, 1 leaves");
  page({
    choose: () => {
      throw new Error("no");
    },
  }).start();
  expect(await way()).toBe("1 windows, 1 leaves");
});

test("what a page before it began is finished", () => {
  expect(page().flow.resume?.({} as ReauthRequest)).toBeNull();
});
