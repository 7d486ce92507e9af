import { expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { ErrorNotice, ReauthPrompt, TencentErrorProvider } from "../../src/index.js";
import { createTencentErrorClient, defineCatalog, type ReauthFlow, tencentCatalog } from "../../src/core.js";
import { popupReauth } from "../../src/flows/popupReauth.js";
import en from "../../src/locales/en.js";
import zhCN from "../../src/locales/zh-CN.js";
import { fakeReauth, ready } from "../../src/testing.js";
import type { UserLocale } from "../../src/i18n/Locale.js";
import type { Messages } from "../../src/i18n/customMessages.js";

const wechat = defineCatalog({
  name: "wechat",
  rows: [
    {
      ...{ code: 42001, reason: "TOKEN_EXPIRED", category: "reauth", fixer: "user", retry: "auth" },
      ...{ documented: [], remedies: ["reauthorize"] },
    },
  ],
  words: { en: async () => ({ user: { TOKEN_EXPIRED: { title: "Your {provider} visit has ended" } } }) },
});

/** What a page says while a WeChat token has run out: the notice's text and the prompt's. */
async function said(locale: UserLocale, provider: ReauthFlow["provider"], messages?: Messages): Promise<string> {
  await ready();
  const client = createTencentErrorClient({
    catalogs: [tencentCatalog, wechat],
    reauth: { ...fakeReauth(), start: () => ({ outcome: new Promise(() => undefined) }), provider },
  });
  const error = { errcode: 42001, errmsg: "access_token expired" };
  client.reauth.require(client.diagnose(error));
  // a second code: the prompt then says the general sentence
  client.reauth.require(client.diagnose({ ret: -21 }));
  const { container } = await render(
    <TencentErrorProvider client={client} locale={locale} messages={messages}>
      <ErrorNotice error={error} />
      <ReauthPrompt variant="inline" />
    </TencentErrorProvider>,
  );
  await expect.poll(() => container.textContent).toMatch(/QQ|微信|WeChat/);
  if (locale === en)
    await expect.poll(() => container.textContent).toMatch(/visit has ended.*sign-in is no longer valid/s);
  const { textContent } = container;
  client.dispose();
  return textContent;
}

test("a flow that names no provider signs in with QQ, as before", async () => {
  const text = await said(en, undefined);
  expect(text).toContain(en.words.prompt.required.title);
  expect(text).toContain("Your QQ visit has ended");
  expect(text).not.toContain("{");
});

test("a flow's provider is named in every sentence that named QQ", async () => {
  const text = await said(en, { id: "wechat", name: "WeChat" });
  expect(text).toContain("Your WeChat sign-in is no longer valid");
  expect(text).toContain("Your WeChat visit has ended");
  expect(text).toContain("Sign in again with WeChat");
  expect(text).not.toMatch(/QQ|\{/);
});

test("a name in Chinese stands in Chinese sentences without blanks", async () => {
  const text = await said(zhCN, { id: "wechat", name: "微信" });
  expect(text).toContain("微信登录已失效");
  expect(text).toContain("用微信重新登录");
  expect(text).not.toMatch(/QQ|微信 | 微信/);
});

test("an app's own sentences may name the provider", async () => {
  const messages = { "actions.reauthorize": "Go on with {provider}" } as const;
  expect(await said(en, { id: "wechat", name: "WeChat" }, messages)).toContain("Go on with WeChat");
  expect(await said(en, undefined, messages)).toContain("Go on with QQ");
});

test("the kit's flows tell their provider", () => {
  const options = { clientId: "wx1", redirectUri: "/callback.html", exchange: async () => undefined };
  const provider = { id: "wechat", name: "微信" };
  expect(popupReauth({ ...options, provider }).provider).toEqual(provider);
  expect(popupReauth(options).provider).toBeUndefined();
  expect(createTencentErrorClient({ reauth: popupReauth({ ...options, provider }) }).provider).toEqual(provider);
});
