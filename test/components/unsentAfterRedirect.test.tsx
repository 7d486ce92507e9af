import { expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { page } from "vitest/browser";
import { handleCallback } from "../../src/callback.js";
import { createTencentErrorClient, type TencentErrorClient, type TencentErrorClientOptions } from "../../src/core.js";
import { redirectReauth } from "../../src/flows/redirectReauth.js";
import { ReauthPrompt, TencentErrorProvider } from "../../src/index.js";
import en from "../../src/locales/en.js";
import type { ReauthOptions } from "../../src/oauth/ReauthOptions.js";
import { stayingPage } from "../flows/leaving.js";

const stage = stayingPage();
const { home } = stage;
const ended = { ret: -21, msg: "revoked" };
const sentence = "1 change was not sent.";

/** A page of the app, as it is loaded. */
async function load(
  options: Partial<ReauthOptions> = {},
  given: Pick<TencentErrorClientOptions, "onAccountChange"> = {},
) {
  history.replaceState(null, "", home);
  const exchange = (): Promise<object> =>
    new Promise((resolve) => setTimeout(() => resolve({ accountId: "ann" }), 200));
  const reauth = redirectReauth({ clientId: "1", redirectUri: "/back.html", exchange, ...options });
  const client = createTencentErrorClient({ reauth, ...given });
  const screen = await render(
    <TencentErrorProvider client={client} locale={en}>
      <ReauthPrompt />
    </TencentErrorProvider>,
  );
  // after the return page: a client that ends forgets its sign-in, a page that goes does not
  return { client, leave: async () => (client.dispose(), screen.unmount()) };
}

/** A person sends a form after the session has ended. */
function save(client: TencentErrorClient): void {
  const send = client.guard(() => Promise.resolve().then(() => client.unwrap(ended)));
  send().catch(() => undefined);
}

/** They start the sign-in, and the provider's page is there. */
async function signIn(): Promise<string> {
  const before = stage.left.urls.length;
  await page.getByRole("button", { name: /Sign in again|Try again/ }).click();
  await expect.poll(() => stage.left.urls.length).toBe(before + 1);
  return new URL(stage.left.urls.at(-1) ?? "about:blank").searchParams.get("state") ?? "";
}

/** The provider sends the person to the return page. */
function comeBack(query: string): void {
  document.querySelectorAll(".te-callback").forEach((main) => main.remove());
  history.replaceState(null, "", `/back.html${query}`);
  handleCallback({ locale: en });
}

/** What is seen: what is heard says the same. */
const line = (): string => document.querySelector("[data-part=healed]")?.textContent ?? "";
const spoken = (): string => [...document.querySelectorAll("[aria-live]")].map((each) => each.textContent).join(" ");

test("a change that was held when the page was left is told after the return, once", async () => {
  const first = await load();
  save(first.client);
  const state = await signIn();
  expect(JSON.stringify(Object.entries(sessionStorage))).not.toContain("revoked");
  comeBack(`?code=C&state=${state}`);
  await first.leave();

  const second = await load();
  await expect.poll(line).toContain(sentence);
  await expect.poll(spoken).toContain(`${en.words.prompt.succeeded.title} · ${sentence}`);
  await second.leave();

  const third = await load();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(document.body.textContent).not.toContain("not sent");
  await third.leave();
});

test("who comes back by the browser's Back is told as well", async () => {
  const first = await load();
  save(first.client);
  save(first.client);
  await signIn();
  await first.leave();

  const second = await load();
  await expect.poll(line).toBe("2 changes were not sent.");
  await second.leave();
});

test("after a refusal and another try, it is still told", async () => {
  const first = await load();
  save(first.client);
  const state = await signIn();
  comeBack(`?error=access_denied&state=${state}`);
  await first.leave();

  const second = await load();
  await expect.element(page.getByRole("heading", { name: en.words.prompt.failed.title })).toBeVisible();
  await expect.element(page.getByText(`${en.words.reasons.denied} ${sentence}`, { exact: false })).toBeVisible();
  const again = await signIn();
  comeBack(`?code=C&state=${again}`);
  await second.leave();

  const third = await load();
  await expect.poll(line).toContain(sentence);
  await third.leave();
});

test("where nothing was held, nothing is told", async () => {
  const first = await load();
  first.client.reauth.require(first.client.diagnose(ended));
  const state = await signIn();
  expect(sessionStorage.getItem("te-work")).toBeNull();
  comeBack(`?code=C&state=${state}`);
  await first.leave();

  const second = await load();
  await expect.poll(() => second.client.reauth.getSnapshot().status).toBe("succeeded");
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(document.body.textContent).not.toContain("not sent");
  await second.leave();
});

test("another account is told to be another one, and that the change was not sent; its draft stays away", async () => {
  const first = await load({ appState: { save: () => "draft", restore: () => undefined } });
  first.client.reauth.renewed("bob");
  save(first.client);
  const state = await signIn();
  comeBack(`?code=C&state=${state}`);
  await first.leave();

  const restore = vi.fn();
  const onAccountChange = vi.fn();
  const second = await load({ appState: { save: () => "", restore } }, { onAccountChange });
  const told = `${en.words.reasons.accountMismatch} ${sentence}`;
  await expect.element(page.getByText(told)).toBeVisible();
  expect(onAccountChange.mock.calls).toEqual([[{ previous: "bob", next: "ann" }]]);
  expect(restore).not.toHaveBeenCalled();
  await second.leave();
});

test("another account is told apart also where nothing was held and nothing typed", async () => {
  const first = await load();
  first.client.reauth.renewed("bob");
  first.client.reauth.require(first.client.diagnose(ended));
  const state = await signIn();
  comeBack(`?code=C&state=${state}`);
  await first.leave();

  const onAccountChange = vi.fn();
  const second = await load({}, { onAccountChange });
  await expect.poll(() => second.client.reauth.getSnapshot().reason).toBe("accountMismatch");
  expect(onAccountChange.mock.calls).toEqual([[{ previous: "bob", next: "ann" }]]);
  await second.leave();
});

test("a page that comes back from the browser's cache asks again, with the change still held", async () => {
  const shown = await load();
  save(shown.client);
  await signIn();
  dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
  await expect.poll(() => shown.client.reauth.getSnapshot()).toMatchObject({ status: "required", changes: 1 });
  await expect.element(page.getByRole("button", { name: /Sign in again/ })).toBeVisible();
  await shown.leave();
});

test("what is kept is kept anew when the page really goes", async () => {
  let draft = "half";
  const appState = { save: () => draft, restore: () => undefined };
  const shown = await load({ appState });
  shown.client.reauth.require(shown.client.diagnose(ended));
  await signIn();
  draft = "whole";
  dispatchEvent(new PageTransitionEvent("pagehide"));
  expect(JSON.parse(sessionStorage.getItem("te-work") ?? "{}")).toMatchObject({ kept: "whole" });
  await shown.leave();
});
