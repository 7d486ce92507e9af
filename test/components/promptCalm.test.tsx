import axios, { type AxiosResponse } from "axios";
import type { ReactElement } from "react";
import { describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { attachTencentAxios } from "../../src/axios.js";
import { popupReauth } from "../../src/flows/popupReauth.js";
import { createTencentErrorClient, type ReauthFlow, type TencentErrorClient } from "../../src/core.js";
import { ErrorNotice, type Healed, ReauthPrompt, TencentErrorProvider } from "../../src/index.js";
import ar from "../../src/locales/ar.js";
import en from "../../src/locales/en.js";
import "../../src/styles/styles.css";
import { render } from "vitest-browser-react";
import { onPage, type OnPage } from "./onPage.js";

const { labels, prompt, actions } = en.words;
const changed = { ret: -73, msg: "changed" };
const missing = { ret: -20, msg: "missing" };
const dialog = (): HTMLDialogElement | null => document.querySelector("dialog");
const banner = (): HTMLElement | null => document.querySelector("[data-part=prompt][data-variant=banner]");
const said = (): string => document.querySelector("[data-part=live]")?.textContent ?? "";
const seen = (): string => document.querySelector("[data-part=healed]")?.textContent ?? "";
const press = (name: string): Promise<void> => page.getByRole("button", { name, exact: true }).click();
const reading = (client: TencentErrorClient, key: string): Promise<string> =>
  client.guard(vi.fn(async () => "here").mockImplementationOnce(failing(changed)), { replay: "auto", key })();
const failing = (body: object) => (): Promise<never> => Promise.reject(Object.assign(new Error("failed"), body));

async function asked(body: object, ...more: readonly object[]): Promise<OnPage> {
  const shown = await onPage(<ReauthPrompt />, { account: { name: "Xiao Ming" } });
  for (const each of [body, ...more]) shown.client.reauth.require(shown.client.diagnose({ ...each }));
  await expect.element(page.getByRole("dialog")).toBeVisible();
  return shown;
}

describe("the dialog says the true reason", () => {
  test.each([
    [changed, en.words.titles[-73], en.words.categories.reauth.description],
    [missing, en.words.titles[-20], en.words.codes[-20]],
  ])("of %o, by its title and its description", { tags: ["C02"] }, async (body, title = "", description = "") => {
    await asked(body);
    await expect.element(page.getByRole("dialog", { name: title })).toBeVisible();
    const id = dialog()?.getAttribute("aria-describedby") ?? "";
    expect(document.getElementById(id)?.textContent).toBe(description);
  });

  test("and the general one for several codes", async () => {
    await asked(changed, missing);
    await expect.element(page.getByRole("dialog", { name: prompt.required.title })).toBeVisible();
  });
});

describe("who, and what waits", () => {
  test("are named and counted", { tags: ["C03"] }, async () => {
    const { client } = await asked(changed, changed);
    void client
      .guard(failing(changed))()
      .catch(() => undefined);
    await expect.element(page.getByText("Xiao Ming")).toBeVisible();
    await expect.element(page.getByText(labels.lastAccount)).toBeVisible();
    await expect.element(page.getByText("3 items affected · 1 change waits to be sent")).toBeVisible();
    client.reauth.cancel();
  });
});

describe("a quiet banner", () => {
  const looks = (part: string): string => {
    const { backgroundColor, color, borderTopColor } = getComputedStyle(
      banner()!.querySelector(`[data-part=${part}]`)!,
    );
    return [backgroundColor, color, borderTopColor].join();
  };
  const opened = async (content: ReactElement, options: Parameters<typeof onPage>[1] = {}): Promise<OnPage> => {
    const shown = await onPage(content, { account: { name: "小明" }, ...options });
    shown.client.reauth.require(shown.client.diagnose({ ...changed }));
    await expect.poll(banner).not.toBeNull();
    return shown;
  };
  const quiet = <ReauthPrompt interrupt="never" />;

  test("has no second filled button beside a notice that offers the same", async () => {
    const { show } = await opened(quiet);
    expect(looks("start")).not.toBe(looks("cancel"));
    await show(
      <>
        {quiet}
        <ErrorNotice error={{ ...changed }} variant="page" />
      </>,
    );
    expect(looks("start")).toBe(looks("cancel"));
    await show(
      <>
        {quiet}
        <ErrorNotice error={{ ret: -6, msg: "busy" }} variant="page" />
      </>,
    );
    expect(looks("start")).not.toBe(looks("cancel"));
  });

  test("names the account beside its picture, also where the page runs the other way", async () => {
    await opened(quiet, { locale: ar });
    const edge = (text: string): number => {
      const range = document.createRange();
      range.selectNodeContents(page.getByText(text).element());
      return Math.round(range.getBoundingClientRect().right);
    };
    expect(edge("小明")).toBe(edge(ar.words.labels.lastAccount));
  });
});

/** A sign-in that ended with another account while one change was held. */
async function switched(): Promise<OnPage & { readonly change: Promise<unknown> }> {
  const shown = await onPage(<ReauthPrompt />, { account: { name: "Xiao Ming" } });
  shown.client.reauth.renewed("1");
  const change = shown.client
    .guard(failing(changed))()
    .catch(() => "dropped");
  await press(actions.reauthorize);
  shown.flow.progress({ status: "verifying" });
  shown.flow.end({ status: "succeeded", accountId: "2", name: "Han Meimei" });
  await expect.element(page.getByRole("heading", { name: labels.otherAccount })).toBeVisible();
  return { ...shown, change };
}

describe("another account", () => {
  test("is named beside the first one, and what going on costs is said", async () => {
    await switched();
    await expect
      .element(page.getByText("You were signed in as Xiao Ming, and now as Han Meimei. 1 change was not sent."))
      .toBeVisible();
    await expect.element(page.getByRole("button", { name: "Switch back to Xiao Ming" })).toBeVisible();
  });

  test("Escape decides nothing: both choices stay in a banner", { tags: ["C05"] }, async () => {
    const { client } = await switched();
    await userEvent.keyboard("{Escape}");
    await expect.poll(banner).not.toBeNull();
    expect(dialog()).toBeNull();
    expect(client.reauth.getSnapshot()).toMatchObject({ status: "failed", reason: "accountMismatch" });
    for (const name of ["Switch back to Xiao Ming", "Continue as Han Meimei"])
      await expect.element(page.getByRole("button", { name })).toBeVisible();
  });

  test("who goes on with it is told that they are signed in", async () => {
    const { client } = await switched();
    await press("Continue as Han Meimei");
    await expect.poll(said).toBe(prompt.succeeded.title);
    expect(client.reauth.getSnapshot().account).toEqual({ name: "Han Meimei" });
  });
});

test("Escape at the question of the changes discards none, and sends none", { tags: ["C05"] }, async () => {
  const send = vi.fn(failing(changed));
  const { client, flow } = await onPage(<ReauthPrompt />);
  const answer = client
    .guard(send)()
    .catch(() => "discarded");
  await press(actions.reauthorize);
  flow.end({ status: "succeeded" });
  await expect.element(page.getByRole("dialog", { name: "Send 1 change?" })).toBeVisible();
  await userEvent.keyboard("{Escape}");
  await expect.poll(banner).not.toBeNull();
  expect(client.reauth.getSnapshot().toConfirm).toBe(1);
  expect(send).toHaveBeenCalledTimes(1);
  await press(labels.discard);
  await expect(answer).resolves.toBe("discarded");
});

test(
  "Escape discards no change that waits for a sign-in, before it and while it is under way",
  { tags: ["C05"] },
  async () => {
    const send = vi.fn<() => Promise<string>>(failing(changed));
    const { client, flow } = await onPage(<ReauthPrompt />);
    const answer = client.guard(send)();
    await expect.poll(dialog).not.toBeNull();
    await userEvent.keyboard("{Escape}");
    await expect.poll(banner).not.toBeNull();
    expect(dialog()).toBeNull();
    await press(actions.reauthorize);
    flow.progress({ status: "waiting" });
    await userEvent.keyboard("{Escape}");
    expect(client.reauth.getSnapshot()).toMatchObject({ status: "waiting", changes: 1 });
    send.mockResolvedValue("sent");
    flow.end({ status: "succeeded" });
    await press(labels.send);
    await expect(answer).resolves.toBe("sent");
  },
);

describe("while the sign-in is under way", () => {
  test("there is a line that moves, and a way back to the window", { tags: ["C04"] }, async () => {
    const { flow } = await asked(changed);
    await press(actions.reauthorize);
    flow.progress({ status: "waiting" });
    await expect
      .element(page.getByRole("button", { name: labels.showWindow }))
      .toHaveAttribute("data-emphasis", "primary");
    expect(document.querySelector("[data-part=progress]")).not.toBeNull();
    await expect.element(page.getByRole("button", { name: labels.done })).not.toBeInTheDocument();
    await press(labels.showWindow);
    expect([flow.starts, flow.shows]).toEqual([1, 1]);
    flow.progress({ status: "waiting", windowClosed: true });
    await expect.element(page.getByRole("button", { name: labels.done })).toBeVisible();
    expect(document.querySelector("[data-part=progress]")).toBeNull();
  });

  test("a flow whose window can't be reached is told by the person", async () => {
    const reauth: ReauthFlow = {
      kind: "far",
      start({ onProgress }) {
        onProgress({ status: "waiting" });
        return { outcome: new Promise(() => undefined) };
      },
    };
    const client = createTencentErrorClient({ reauth });
    await render(
      <TencentErrorProvider client={client} locale={en}>
        <ReauthPrompt />
      </TencentErrorProvider>,
    );
    client.reauth.start();
    await expect.element(page.getByRole("button", { name: labels.done })).toBeVisible();
    await expect.element(page.getByRole("button", { name: labels.showWindow })).not.toBeInTheDocument();
  });
});

/** A sign-in window that stays at QQ. */
async function stranded(): Promise<void> {
  vi.spyOn(window, "open").mockReturnValue({
    closed: false,
    location: { replace: () => undefined },
    focus: () => undefined,
    close: () => undefined,
  } as never);
  const reauth = popupReauth({
    clientId: "1",
    redirectUri: `/back.html?${crypto.randomUUID()}`,
    exchange: async () => ({ accountId: "1" }),
  });
  const client = createTencentErrorClient({ reauth });
  await render(
    <TencentErrorProvider client={client} locale={en}>
      <ReauthPrompt />
    </TencentErrorProvider>,
  );
  client.reauth.require(client.diagnose({ ...changed }));
  await press(actions.reauthorize);
  await page.getByText(labels.stuck).click();
}

describe("what a person pastes", () => {
  test.each(["it says something about an address", "QQ 页面打不开", "https://example.com/help"])(
    "%s is no number and no answer: it stays, with a sentence, and nothing ends",
    { tags: ["C07"] },
    async (text) => {
      await stranded();
      await userEvent.fill(page.getByLabelText(labels.paste), text);
      await press(labels.check);
      await expect.element(page.getByText(labels.pasteUnclear)).toBeVisible();
      await expect.element(page.getByLabelText(labels.paste)).toHaveValue(text);
      await expect.element(page.getByRole("heading", { name: prompt.waiting.title })).toBeVisible();
      vi.restoreAllMocks();
    },
  );

  test("a known number has its own words, and no retry where none can help", async () => {
    await stranded();
    await userEvent.fill(page.getByLabelText(labels.paste), "(100010)");
    await userEvent.keyboard("{Enter}");
    await expect.element(page.getByRole("heading", { name: en.words.categories.configuration.title })).toBeVisible();
    await expect.element(page.getByText(en.words.categories.configuration.description)).toBeVisible();
    await expect.element(page.getByText("Code 100010")).toBeVisible();
    await expect.element(page.getByRole("button", { name: labels.tryAgain })).not.toBeInTheDocument();
    await expect.element(page.getByRole("button", { name: actions.copyReport })).toBeVisible();
    vi.restoreAllMocks();
  });
});

describe("a success", () => {
  test(
    "is seen for about a second, takes no room, and counts no change that was not sent",
    { tags: ["C06"] },
    async () => {
      const { client, flow } = await onPage(<ReauthPrompt />);
      for (const key of ["friends", "feed"]) void reading(client, key);
      const answer = client
        .guard(failing(changed))()
        .catch(() => "discarded");
      await press(actions.reauthorize);
      const before = document.body.scrollHeight;
      flow.end({ status: "succeeded" });
      await expect.poll(seen).toBe("You're signed in2 items restored");
      expect(said()).toBe("You're signed in · 2 items restored");
      expect(document.body.scrollHeight).toBe(before);
      await press(labels.discard);
      await expect(answer).resolves.toBe("discarded");
      await expect.poll(seen).toBe("");
    },
  );

  test("says what was sent once it is sent", async () => {
    const { client, flow } = await onPage(<ReauthPrompt />);
    const send = vi.fn<() => Promise<string>>().mockRejectedValueOnce(Object.assign(new Error("x"), changed));
    const answer = client.guard(send.mockResolvedValue("saved"))();
    await press(actions.reauthorize);
    flow.end({ status: "succeeded" });
    await press(labels.send);
    await expect(answer).resolves.toBe("saved");
    await expect.poll(said).toBe("1 change sent");
  });

  test("counts no change that the app's own API refuses after all", async () => {
    const { client, flow } = await onPage(<ReauthPrompt />);
    const bodies = [changed, { code: 50010, message: "sold out" }];
    const http = axios.create({
      adapter: async (config) => ({ data: bodies.shift(), status: 200, statusText: "OK", headers: {}, config }),
    });
    attachTencentAxios(http, client);
    // the app's own rule of its own answers
    http.interceptors.response.use((response: AxiosResponse<{ code?: number; message?: string }>) => {
      if (response.data.code !== undefined) throw new Error(response.data.message);
      return response;
    });
    const answer = http.post("/orders", {}).catch((error: unknown) => String(error));
    await press(actions.reauthorize);
    flow.end({ status: "succeeded" });
    await press(labels.send);
    await expect(answer).resolves.toBe("Error: sold out");
    await expect.poll(said).toBe(prompt.succeeded.title);
    await expect.poll(seen).toBe("");
    expect(said()).not.toContain("sent");
  });

  test("stands in the middle of the lower edge, clear of the corners and of the upper edge, where apps' own toasts are", async () => {
    const { client, flow } = await onPage(<ReauthPrompt />);
    void reading(client, "friends");
    await press(actions.reauthorize);
    flow.end({ status: "succeeded" });
    await expect.poll(seen).toContain(prompt.succeeded.title);
    const { left, right, top } = document.querySelector("[data-part=healed] > div")!.getBoundingClientRect();
    expect(Math.abs(left - (innerWidth - right))).toBeLessThan(2);
    expect(top).toBeGreaterThan(innerHeight / 2);
  });

  test("can be an app's own toast instead", async () => {
    const onHealed = vi.fn<(healed: Healed) => void>();
    const { client, flow } = await onPage(<ReauthPrompt onHealed={onHealed} />);
    void reading(client, "friends");
    await press(actions.reauthorize);
    flow.end({ status: "succeeded" });
    await expect
      .poll(() => onHealed.mock.calls)
      .toEqual([[{ title: prompt.succeeded.title, description: "1 item restored" }]]);
    expect(seen()).toBe("");
  });
});
