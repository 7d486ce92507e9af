import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { createChunk } from "../../src/base/chunk.js";
import type { FetchedWords, LaterWords, UserLocale } from "../../src/i18n/Locale.js";
import { createTencentErrorClient } from "../../src/core.js";
import { ErrorNotice, ReauthPrompt, TencentErrorProvider, useTencentError } from "../../src/index.js";
import { later as words, user } from "../../src/locales/en.js";
import { later as germanWords, user as german } from "../../src/locales/de.js";
import { fakeReauth } from "../../src/testing/fakeReauth.js";
import { pseudoLocale } from "../../src/testing/pseudoLocale.js";
import { render, type RenderResult } from "vitest-browser-react";
import type { ReactElement } from "react";

interface Fetching {
  readonly locale: UserLocale;
  come(): Promise<void>;
  lose(): Promise<void>;
}

/** A language whose later words come when the test says so. */
function light(locale: UserLocale, rest: LaterWords): Fetching {
  const coming = { resolve: (_words: LaterWords): void => undefined, reject: (_error: Error): void => undefined };
  const promise = new Promise<LaterWords>((resolve, reject) => Object.assign(coming, { resolve, reject }));
  const later: FetchedWords = createChunk(() => promise);
  const settled = async (): Promise<void> => {
    await later.load().catch(() => undefined);
  };
  return {
    locale: { ...locale, later },
    async come() {
      coming.resolve(rest);
      await settled();
    },
    async lose() {
      coming.reject(new TypeError("Failed to fetch dynamically imported module"));
      await settled();
    },
  };
}

const client = createTencentErrorClient({ reauth: fakeReauth() });
const notice = (): Element | null => document.querySelector("[data-part=notice]");

async function shown(locale: UserLocale, content: ReactElement, messages = {}): Promise<RenderResult> {
  return render(
    <TencentErrorProvider {...{ client, locale, messages }}>
      {content}
      <ReauthPrompt />
    </TencentErrorProvider>,
  );
}

test("a notice is there before its language's later words, and stays the same element", async () => {
  const { locale, come } = light(user, words);
  await shown(locale, <ErrorNotice error={{ ret: -6 }} onDismiss={() => undefined} onRetry={() => undefined} />);
  await expect.element(page.getByText("Please wait a moment", { exact: true })).toBeVisible();
  const first = notice();
  await come();
  await expect.element(page.getByText("Code -6")).toBeVisible();
  expect(notice()).toBe(first);
});

test("the prompt waits for its words", async () => {
  const { locale, come } = light(user, words);
  await shown(locale, <p>Page</p>, { "prompt.cancelled.title": "Not today", "labels.cancel": "Later" });
  client.reauth.require(client.diagnose({ ret: -73 }));
  await expect.element(page.getByText("Page")).toBeVisible();
  expect(document.querySelector("dialog[open]")).toBeNull();
  await come();
  await expect.element(page.getByRole("dialog").getByRole("button", { name: "Later" })).toBeVisible();
  client.reauth.cancel();
});

test("words that can't be had: the first ones stay and say to reload", async () => {
  const { locale, lose } = light(user, words);
  await shown(locale, <ErrorNotice error={{ ret: -6 }} onRetry={() => undefined} />);
  await lose();
  await expect.element(page.getByText(/Reload this page\.$/)).toBeVisible();
  await expect.element(page.getByRole("button", { name: "Try again" })).toBeVisible();
});

test("another language in the middle of it: its first words at once", async () => {
  const [english, other] = [light(user, words), light(german, germanWords)];
  const screen = await shown(english.locale, <ErrorNotice error={{ ret: -6 }} />);
  await english.come();
  await screen.rerender(
    <TencentErrorProvider client={client} locale={other.locale}>
      <ErrorNotice error={{ ret: -6 }} />
    </TencentErrorProvider>,
  );
  await expect.element(page.getByText(german.words.categories.rateLimit.title)).toBeVisible();
  await other.come();
  await expect.element(page.getByText(german.words.categories.rateLimit.title)).toBeVisible();
});

test("another language under a notice that was whole: its first words at once, and the others are fetched", async () => {
  const [english, other] = [light(user, words), light(german, germanWords)];
  const screen = await shown(english.locale, <p>Page</p>);
  await english.come();
  const title = (): unknown => document.querySelector("[data-part=title]")?.textContent;
  const failing = (locale: UserLocale): ReactElement => (
    <TencentErrorProvider client={client} locale={locale}>
      <ErrorNotice error={{ ret: -6 }} onRetry={() => undefined} />
    </TencentErrorProvider>
  );
  await screen.rerender(failing(english.locale));
  await expect.poll(title).toBe(user.words.categories.rateLimit.title);
  await screen.rerender(failing(other.locale));
  await expect.poll(title).toBe(german.words.categories.rateLimit.title);
  await other.come();
  await expect.poll(title).toBe(german.words.categories.rateLimit.title);
  expect(document.querySelectorAll("[data-part=notice]")).toHaveLength(1);
});

test("an app's own notice fetches them, and a pseudo-language has them too", async () => {
  const { locale, come } = light(user, words);
  const own = pseudoLocale(locale, "en-XA");
  const Own = (): string => useTencentError({ ret: -6 }).message?.title ?? "";
  await shown(own, <Own />);
  await come();
  expect(own.later?.now()?.prompt.waiting.title).toMatch(/^\[Šîî/);
  expect(own.later?.now()).toBe(own.later?.now());
});
