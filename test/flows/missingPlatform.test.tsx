import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { page } from "vitest/browser";
import { handleCallback } from "../../src/callback.js";
import { createTencentErrorClient, type TencentErrorClient } from "../../src/core.js";
import { popupReauth } from "../../src/flows/popupReauth.js";
import { redirectReauth } from "../../src/flows/redirectReauth.js";
import { ReauthPrompt, TencentErrorProvider } from "../../src/index.js";
import ar from "../../src/locales/ar.js";
import en from "../../src/locales/en.js";
import { leaving, type Leaving } from "./leaving.js";
import { platforms, type Platform, type Way } from "./platforms.js";
import type { ReauthOptions } from "../../src/oauth/ReauthOptions.js";

const home = location.href;
// a code without words of its own
const revoked = { ret: -23, msg: "openkey is invalid" };
const replace = vi.fn<(address: string) => void>();
const close = vi.fn();
const exchange = vi.fn(() => Promise.resolve({ accountId: "a" }));
const faults: unknown[] = [];
let left: Leaving;
let apps = 0;

const onFault = (event: Event): void => void faults.push(event);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] });
  for (const mock of [replace, close, exchange]) mock.mockClear();
  sessionStorage.clear();
  left = leaving();
  const popup: object = { closed: false, opener: null, close, location: { replace } };
  vi.spyOn(window, "open").mockReturnValue(popup as Window);
  vi.spyOn(window, "fetch").mockRejectedValue(new TypeError("Failed to fetch"));
  // the return page is another window of this origin, and this one its opener
  vi.stubGlobal("opener", window);
  for (const type of ["error", "unhandledrejection"]) addEventListener(type, onFault);
});

afterEach(() => {
  left.stop();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
  document.querySelector(".te-callback")?.remove();
  history.replaceState(null, "", home);
  sessionStorage.clear();
  for (const type of ["error", "unhandledrejection"]) removeEventListener(type, onFault);
});

interface Asked {
  readonly client: TencentErrorClient;
  readonly words: typeof en.words;
  /** The app's page loaded again, where a flow that left it goes on. */
  again(): TencentErrorClient;
  press(name: string): void;
  sees(text: string, ...buttons: readonly string[]): Promise<void>;
}

/** Two calls failed on a page of a browser that lacks something: the prompt is open. */
async function asked({ name, lose }: Platform, makeFlow: typeof popupReauth): Promise<Asked> {
  const locale = name.includes("Intl") ? ar : en;
  const options: ReauthOptions = { clientId: String((apps += 1)), redirectUri: "/back.html", exchange };
  lose();
  const again = (): TencentErrorClient => createTencentErrorClient({ reauth: makeFlow(options) });
  const client = again();
  await render(
    <TencentErrorProvider client={client} locale={locale}>
      <ReauthPrompt />
    </TencentErrorProvider>,
  );
  client.reauth.require(client.diagnose({ ...revoked }));
  client.reauth.require(client.diagnose({ ...revoked }));
  const press = (label: string): void =>
    (page.getByRole("button", { name: label, exact: true }).element() as HTMLElement).click();
  return {
    client,
    words: locale.words,
    again,
    press,
    async sees(text, ...buttons) {
      await expect.element(page.getByText(text)).toBeVisible();
      for (const label of buttons)
        await expect.element(page.getByRole("button", { name: label, exact: true })).toBeVisible();
    },
  };
}

const isGone = (): Promise<void> => expect.poll(() => document.querySelector("dialog")).toBeNull();
const requests = (): number => left.urls.length + vi.mocked(window.fetch).mock.calls.length;
const opens = (): number => vi.mocked(window.open).mock.calls.length;

/** The provider sends the person back to the return page, in this browser that lacks what it lacks. */
function comeBack(address: string): void {
  const state = new URL(address).searchParams.get("state") ?? "";
  history.replaceState(null, "", `/back.html?code=C&state=${state}`);
  handleCallback({ locale: en });
  history.replaceState(null, "", home);
}

/** What a person can do, done: each button that is offered leads on. */
const plays: Readonly<Record<"popup" | "redirect", Readonly<Record<Way, (asked: Asked) => Promise<void>>>>> = {
  popup: {
    async signsIn({ client, words, press, sees }) {
      await sees(words.prompt.waiting.title, words.labels.cancel);
      press(words.labels.cancel);
      await isGone();
      await expect.poll(() => close.mock.calls.length).toBe(1);
      client.reauth.startFor(client.diagnose(revoked));
      await sees(words.prompt.waiting.title, words.labels.cancel);
      comeBack(replace.mock.lastCall![0]);
      await isGone();
      expect([client.reauth.getSnapshot().status, exchange.mock.calls.length]).toEqual(["succeeded", 1]);
    },
    async isBlocked({ words, press, sees }) {
      await sees(words.reasons.popupBlocked, words.labels.tryAgain, words.labels.cancel);
      press(words.labels.tryAgain);
      await sees(words.reasons.popupBlocked, words.labels.cancel);
      expect([opens(), requests()]).toEqual([2, 0]);
      press(words.labels.cancel);
      await isGone();
    },
    isUnsupported,
    isOffline,
  },
  redirect: {
    async signsIn({ client, words, press, sees, again }) {
      await sees(words.prompt.opening.title, words.labels.cancel);
      press(words.labels.cancel);
      await isGone();
      expect(sessionStorage.length).toBe(0);
      client.reauth.startFor(client.diagnose(revoked));
      await expect.poll(() => left.urls.length).toBe(2);
      comeBack(left.urls[1]!);
      await expect.poll(() => left.urls[2]).toBe(home);
      const { reauth } = again();
      await expect.poll(() => reauth.getSnapshot().status).toBe("succeeded");
      expect([exchange.mock.calls.length, opens(), sessionStorage.length]).toEqual([1, 0, 0]);
    },
    isBlocked: () => Promise.reject(new Error("opens no windows")),
    isUnsupported,
    isOffline,
  },
};

async function isUnsupported({ words, press, sees }: Asked): Promise<void> {
  await sees(words.reasons.unsupported, words.actions.dismiss);
  expect([opens(), requests()]).toEqual([0, 0]);
  press(words.actions.dismiss);
  await isGone();
}

async function isOffline({ words, press, sees }: Asked): Promise<void> {
  await sees(words.labels.offline, words.actions.reauthorize, words.labels.cancel);
  expect([opens(), requests()]).toEqual([0, 0]);
  vi.spyOn(navigator, "onLine", "get").mockReturnValue(true);
  dispatchEvent(new Event("online"));
  await expect.element(page.getByText(words.labels.offline)).not.toBeInTheDocument();
  press(words.actions.reauthorize);
  await expect.poll(() => opens() + requests()).toBe(1);
  press(words.labels.cancel);
  await isGone();
}

describe.each([
  ["popup", popupReauth],
  ["redirect", redirectReauth],
] as const)("the %s flow", (kind, makeFlow) => {
  test.each(platforms)("with $name leads on within two seconds", { tags: ["F39"] }, async (platform) => {
    faults.length = 0;
    const prompt = await asked(platform, makeFlow);
    const { words, press, client } = prompt;
    await prompt.sees(words.prompt.required.title, words.actions.reauthorize, words.labels.cancel);
    if (platform[kind] === "isOffline") {
      dispatchEvent(new Event("offline"));
      await prompt.sees(words.labels.offline);
    }
    press(words.actions.reauthorize);
    await vi.advanceTimersByTimeAsync(2000);
    await plays[kind][platform[kind]](prompt);
    expect(client.recentEvents().filter(({ type }) => type === "internal.error")).toEqual([]);
    expect(faults).toEqual([]);
  });
});
