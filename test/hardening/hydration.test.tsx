import type { ReactElement } from "react";
import { act } from "react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, expect, test, vi } from "vitest";
import { createTencentErrorClient, tencentCatalog, type UserLocale } from "../../src/core.js";
import { ErrorNotice, ErrorNoticeRegion, ReauthPrompt, TencentErrorProvider } from "../../src/index.js";
import ar, { user as arUser } from "../../src/locales/ar.js";
import en, { user as enUser } from "../../src/locales/en.js";
import zhCN, { user as zhCNUser } from "../../src/locales/zh-CN.js";

const zones = ["UTC", "Asia/Shanghai", "America/St_Johns"];
const Format = Intl.DateTimeFormat;

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** Every code as a user and a developer meet it: with data from before, with a server that names a time. */
function everyCode(locale: UserLocale): ReactElement {
  const client = createTencentErrorClient();
  return (
    <TencentErrorProvider client={client} locale={locale}>
      {tencentCatalog.rows.map(({ code }) => (
        <section key={code}>
          <ErrorNotice error={{ data: 1, dataUpdatedAt: 1_700_000_000_000, error: { ret: code, msg: "x" } }} />
          <ErrorNotice error={limited(code)} onRetry={() => undefined} audience="developer" />
        </section>
      ))}
      <ErrorNoticeRegion />
      <ReauthPrompt />
    </TencentErrorProvider>
  );
}

const limited = (ret: number): unknown => ({
  response: { status: 429, headers: { "retry-after": "30" }, data: { ret, msg: "x" } },
  message: "Request failed",
});

function inZone(zone: string): void {
  vi.spyOn(Intl, "DateTimeFormat").mockImplementation(function (locales, options) {
    return new Format(locales, { timeZone: zone, ...options });
  });
}

/** Whole languages, and those whose later words the page has already. */
const languages: readonly (readonly [name: string, UserLocale])[] = [
  ...[en, zhCN, ar].map((locale) => [locale.tag, locale] as const),
  ...[enUser, zhCNUser, arUser].map((locale) => [`${locale.tag} for users`, locale] as const),
];

test.each(languages.flatMap(([name, locale]) => zones.map((zone) => [name, zone, locale] as const)))(
  "F71: 45 codes in %s, rendered in %s and seen elsewhere and later, are taken over as they are",
  { tags: ["F71"] },
  async (_tag, zone, locale) => {
    vi.useFakeTimers({ toFake: ["Date"], now: 1_700_000_100_000 });
    inZone(zone);
    await locale.later?.load();
    const html = renderToString(everyCode(locale));
    vi.restoreAllMocks();
    inZone("Pacific/Kiritimati");
    vi.setSystemTime(1_700_000_107_000);
    const root = document.createElement("div");
    root.append(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
    document.body.append(root);
    const said: unknown[] = [];
    vi.spyOn(console, "error").mockImplementation((...args) => void said.push(args));
    vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
    const page = await act(async () =>
      hydrateRoot(root, everyCode(locale), { onRecoverableError: (error) => void said.push(error) }),
    );
    expect(said).toEqual([]);
    expect(root.querySelectorAll("[data-part=stale]")).toHaveLength(tencentCatalog.rows.length);
    expect(root.querySelectorAll("[style]")).toHaveLength(0);
    await act(async () => page.unmount());
    vi.unstubAllGlobals();
    root.remove();
  },
);
