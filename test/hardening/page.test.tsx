import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { createTencentErrorClient } from "../../src/core.js";
import { popupReauth } from "../../src/flows/popupReauth.js";
import { ErrorNotice, ReauthPrompt, TencentErrorProvider, useTencentError } from "../../src/index.js";
import en from "../../src/locales/en.js";
import { onPage } from "../components/onPage.js";
import { windowLike } from "../flows/windowLike.js";
import { render } from "vitest-browser-react";
import type { ReactElement } from "react";

const revoked = { ret: -21, msg: "revoked" };
const prompt = (): HTMLDialogElement | null => document.querySelector("dialog");

beforeEach(() => sessionStorage.clear());
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** What a page translator does: it wraps each text in an element. */
function translate(root: Node): number {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    const font = document.createElementNS("http://www.w3.org/1999/xhtml", "font");
    text.replaceWith(font);
    font.append(`[${text.data}]`);
  }
  return texts.length;
}

test("F45: a translated page works in each state of its notice and its prompt", { tags: ["F45"] }, async () => {
  const content = (error: unknown): ReactElement => (
    <>
      <ErrorNotice error={error} audience="developer" details onRetry={() => undefined} />
      <ReauthPrompt />
    </>
  );
  const { client, flow, show: draw } = await onPage(content([{ ret: -6 }, { ret: -6 }]));
  const show = async (error: unknown): Promise<void> => {
    expect(translate(document.body)).toBeGreaterThan(0);
    await draw(content(error));
  };
  await show({ ret: -5, msg: "sign" });
  await show({ data: 1, dataUpdatedAt: 1, error: revoked });
  client.reauth.require(client.diagnose(revoked));
  await expect.poll(prompt).not.toBeNull();
  for (const step of [
    () => client.reauth.start(),
    () => flow.progress({ status: "waiting" }),
    () => flow.progress({ status: "waiting", windowClosed: true }),
    () => flow.progress({ status: "verifying" }),
    () => flow.end({ status: "failed", reason: "callbackError" }),
    () => client.reauth.start(),
    () => flow.end({ status: "succeeded" }),
  ]) {
    const before = client.reauth.getSnapshot();
    translate(document.body);
    step();
    await expect.poll(() => client.reauth.getSnapshot()).not.toBe(before);
  }
  await expect.poll(prompt).toBeNull();
  await show(null);
  expect(document.querySelector("[data-part=notice]")).toBeNull();
});

test("F82: without a working Intl there are still words, counts and times", { tags: ["F82"] }, async () => {
  const broken = function (): never {
    throw new RangeError("no locale data");
  };
  for (const name of ["PluralRules", "NumberFormat", "DateTimeFormat", "Segmenter", "DisplayNames"] as const)
    vi.spyOn(Intl, name).mockImplementation(broken);
  const at = Date.now() - 1000;
  await onPage(
    <ErrorNotice error={Array.from({ length: 1200 }, () => ({ data: 1, dataUpdatedAt: at, error: revoked }))} />,
  );
  await expect.element(page.getByText(String(en.words.titles[-21]), { exact: true })).toBeVisible();
  await expect.element(page.getByText(/1,?200 items affected/)).toBeVisible();
  await expect.element(page.getByText(/Showing data from \d\d:\d\d/)).toBeVisible();
});

test(
  "F33: a route that changes in the middle of a sign-in finds the prompt where it was",
  { tags: ["F33"] },
  async () => {
    const Route = ({ name }: { readonly name: string }): ReactElement => (
      <section key={name} aria-label={name}>
        <ErrorNotice error={revoked} />
        <ReauthPrompt />
      </section>
    );
    const { client, flow, show } = await onPage(<Route name="first" />);
    client.reauth.require(client.diagnose(revoked));
    client.reauth.start();
    flow.progress({ status: "waiting" });
    await expect.element(page.getByRole("heading", { name: "Sign in on the QQ page" })).toBeVisible();
    await show(<Route name="second" />);
    await expect.element(page.getByRole("heading", { name: "Sign in on the QQ page" })).toBeVisible();
    expect(flow.starts).toBe(1);
    flow.end({ status: "succeeded" });
    await expect.poll(() => client.reauth.getSnapshot().status).toBe("succeeded");
  },
);

test(
  "F25: a permission that is refused each time is asked for three times, then support is named",
  { tags: ["F25"] },
  async () => {
    const { client, flow } = await onPage(<ReauthPrompt />);
    const denied = (): void => client.reauth.require(client.diagnose({ ret: -20, msg: "no" }));
    client.on(({ type }) => {
      if (type === "reauth.succeeded") queueMicrotask(denied);
    });
    denied();
    for (let tries = 0; tries < 6; tries += 1) {
      client.reauth.start();
      flow.end({ status: "succeeded" });
      await new Promise((resolve) => setTimeout(resolve));
    }
    expect(flow.starts).toBeLessThanOrEqual(3);
    await expect.element(page.getByText(en.words.reasons.loop)).toBeVisible();
    await expect.element(page.getByRole("button", { name: en.words.actions.copyReport })).toBeVisible();
  },
);

test(
  "T27, F37: during a sign-in a channel of a fixed name gets no code, and cleared storage stops nothing",
  { tags: ["T27", "F37"] },
  async () => {
    const opened = { closed: false, opener: {} as object | null, close: () => undefined, focus: () => undefined };
    const replace = vi.fn<(address: string) => void>();
    vi.spyOn(window, "open").mockReturnValue(windowLike({ ...opened, location: { replace } }));
    const heard: string[] = [];
    const fixed = ["te", "te-tabs", "te-tabs 1 /back.html", "te-flow", "tencent-error-kit"].map((name) => {
      const channel = new BroadcastChannel(name);
      channel.onmessage = ({ data }) => heard.push(JSON.stringify(data));
      return channel;
    });
    const exchange = vi.fn(async () => ({ accountId: "a" }));
    const client = createTencentErrorClient({
      reauth: popupReauth({ clientId: "1", redirectUri: "/back.html", exchange }),
    });
    const stop = client.reauth.subscribe(() => undefined);
    client.reauth.require(client.diagnose(revoked));
    client.reauth.start();
    await expect.poll(() => replace.mock.calls.length).toBe(1);
    const state = new URL(replace.mock.lastCall?.[0] ?? "").searchParams.get("state") ?? "";
    sessionStorage.clear();
    localStorage.clear();
    const flow = `te-${state.slice(0, 10)}`;
    const answer = new BroadcastChannel(flow);
    answer.postMessage({ v: 1, flow, state, code: "C0DE" });
    await expect.poll(() => client.reauth.getSnapshot().status).toBe("succeeded");
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(exchange).toHaveBeenCalledTimes(1);
    expect(heard.filter((message) => message.includes("C0DE") || message.includes(state))).toEqual([]);
    for (const channel of [...fixed, answer]) channel.close();
    stop();
  },
);

function Titled({ error }: { readonly error: unknown }): ReactElement | null {
  const { message } = useTencentError(error);
  return message && <p>{message.title}</p>;
}

test(
  "L4: 12,000 failures of one minute leave fifty events and one announcement in five seconds",
  { tags: ["L4"] },
  async () => {
    const client = createTencentErrorClient();
    const said: string[] = [];
    const content = (index: number): ReactElement => (
      <TencentErrorProvider client={client} locale={en}>
        <ErrorNotice error={{ ret: -6, msg: `burst ${String(index)}` }} />
        <Titled error={{ ret: -6, msg: `burst ${String(index)}` }} />
      </TencentErrorProvider>
    );
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "performance", "Date"] });
    const { rerender, container } = await render(content(0));
    const live = container.querySelector("[data-part=live]");
    const observer = new MutationObserver((records) =>
      records.forEach(({ addedNodes }) => addedNodes.forEach((node) => said.push(node.textContent ?? ""))),
    );
    observer.observe(live ?? document.body, { childList: true, subtree: true, characterData: true });
    for (let second = 0; second < 60; second += 1) {
      for (let burst = 1; burst < 200; burst += 1)
        client.diagnose({ ret: -1000 - burst, msg: `burst ${String(burst)}` });
      await rerender(content(second + 1));
      await vi.advanceTimersByTimeAsync(1000);
    }
    observer.disconnect();
    vi.useRealTimers();
    expect(client.recentEvents().length).toBeLessThanOrEqual(50);
    expect(said.filter((text) => text !== "").length).toBeLessThanOrEqual(12);
  },
);
