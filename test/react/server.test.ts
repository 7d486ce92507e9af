import { createElement, type ReactElement } from "react";
import { renderToString } from "react-dom/server";
import { afterEach, expect, test, vi } from "vitest";
import { createTencentErrorClient, diagnose, tencentCatalog, TencentError, type Locale } from "../../src/core.js";
import {
  ErrorNotice,
  ErrorNoticeRegion,
  ReauthPrompt,
  TencentErrorProvider,
  useReauth,
  type TencentErrorProviderProps,
} from "../../src/index.js";
import en from "../../src/locales/en.js";
import zhCN from "../../src/locales/zh-CN.js";

afterEach(() => void vi.unstubAllEnvs());

function page(content: ReactElement, locale: Locale = en): string {
  const client = createTencentErrorClient({
    reauth: { kind: "none", start: () => ({ outcome: new Promise(() => undefined) }) },
  });
  return renderToString(createElement(TencentErrorProvider, { client, locale }, content));
}

test.each(
  (["user", "developer"] as const).flatMap((audience) =>
    (["inline", "banner", "page"] as const).map((variant) => ({ audience, variant })),
  ),
)("a server renders every code for a $audience as $variant, without a window, inline style or script", (look) => {
  for (const { code } of tencentCatalog.rows) {
    for (const locale of [en, zhCN]) {
      const html = page(createElement(ErrorNotice, { error: { ret: code, msg: "x" }, ...look }), locale);
      expect(html).toContain(`lang="${locale.tag}"`);
      expect(html).toContain(String(code));
      expect(html).not.toMatch(/style=|<script|<style/);
    }
  }
});

test("a server renders no prompt: nothing is required there", () => {
  expect(page(createElement(ReauthPrompt))).toBe("");
});

/** Properties of which an app forgot some. */
const given = (props: Partial<TencentErrorProviderProps>): TencentErrorProviderProps =>
  props as TencentErrorProviderProps;

// prettier-ignore
const mistakes: readonly (readonly [string, () => ReactElement, RegExp])[] = [
  ["a notice without a provider", () => createElement(ErrorNotice, { error: { ret: -21 } }), /outside of TencentErrorProvider.*Wrap the app/s],
  ["a prompt without a provider", () => createElement(ReauthPrompt), /outside of TencentErrorProvider/],
  ["a hook without a provider", () => createElement(() => useReauth().status), /outside of TencentErrorProvider/],
  ["a provider without a client", () => createElement(TencentErrorProvider, given({ locale: en })), /no client.*createTencentErrorClient/s],
  ["a provider without a language", () => createElement(TencentErrorProvider, given({ client: createTencentErrorClient() })), /no locale.*locales\/en/s],
];

test.each(mistakes)("%s throws in development and says what to do", (_what, mistake, words) => {
  expect(() => renderToString(mistake())).toThrow(words);
});

test("in production a notice without a provider still says something, with its code", { tags: ["F77"] }, () => {
  vi.stubEnv("NODE_ENV", "production");
  const html = renderToString(createElement(ErrorNotice, { error: { ret: -1, msg: "x" }, audience: "developer" }));
  expect(html).toContain("Something went wrong");
  expect(html).toContain("-1");
});

test("in production a provider without a language still renders its notices", () => {
  vi.stubEnv("NODE_ENV", "production");
  const props = given({ client: createTencentErrorClient() });
  const html = renderToString(
    createElement(TencentErrorProvider, props, createElement(ErrorNotice, { error: { ret: -73 } })),
  );
  expect(html).toContain("QQ 登录已失效 · Your QQ sign-in is no longer valid");
});

test("in production a page without a client has all of its parts, which say and do nothing wrong", () => {
  vi.stubEnv("NODE_ENV", "production");
  const error = new TencentError(diagnose({ ret: -73 }));
  const Status = (): string => useReauth().status;
  const parts = [createElement(ErrorNotice, { error }), createElement(ErrorNotice, { error: { ret: 0 } })];
  const others = [createElement(ReauthPrompt), createElement(ErrorNoticeRegion), createElement(Status)];
  const props = given({ locale: en });
  const html = renderToString(createElement(TencentErrorProvider, props, ...parts, ...others));
  expect(html.match(/data-part="notice"/g)).toHaveLength(1);
  expect(html).toContain(en.words.categories.unknown.title);
  expect(html).toContain("-73");
  expect(html).toMatch(/idle$/);
});
