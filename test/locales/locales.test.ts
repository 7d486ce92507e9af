/// <reference types="vite/client" />
import { describe, expect, test } from "vitest";
import { sampleBody } from "../../src/cli/explain.js";
import { tableCodes as families } from "../../src/catalog/tableCodes.js";
import { diagnose } from "../../src/diagnose/diagnose.js";
import { resolve } from "../../src/i18n/resolve.js";
import en from "../../src/locales/en.js";
import type { Locale, UserLocale } from "../../src/i18n/Locale.js";
import { brokenRules } from "./brokenRules.js";

const files = import.meta.glob<{ default: Locale; user: UserLocale }>("../../src/locales/*.ts", { eager: true });
const languages = Object.entries(files).map(([path, file]) => [path.replace(/^.*\/|\.ts$/g, ""), file] as const);

const tableCodes = Object.values(families).flatMap((family) => family.map(([code]): number => code));

test("each language says whether it was reviewed", () => {
  expect(
    languages
      .filter(([, { user }]) => user.reviewed)
      .map(([tag]) => tag)
      .sort(),
  ).toEqual(["en", "zh-CN"]);
});

test("developers are told of the codes of the vendor's table, and of no other", () => {
  expect(Object.keys(en.developer.codes).map(Number).sort()).toEqual([...tableCodes].sort());
});

describe.each(languages)("%s", (file, { default: locale, user }) => {
  test("keeps every rule", { tags: ["P19"] }, () => {
    expect(brokenRules(file, locale, en, tableCodes)).toEqual([]);
  });

  test("offers the same words to pages for users alone, and no others", async () => {
    const { later, ...first } = user;
    const words = { ...first.words, ...(await later?.load()) };
    words.labels = { ...words.labels, ...first.words.labels };
    expect({ ...first, words }).toEqual({
      ...{ tag: locale.tag, dir: locale.dir, reviewed: locale.reviewed, words: locale.words },
    });
  });

  test("gives a page at its start what a notice needs at once, and nothing else", () => {
    expect(Object.keys(user.words)).toEqual(["categories", "titles", "codes", "actions", "labels"]);
    expect(Object.keys(user.words.labels).sort()).toEqual(
      "affected code details opensNewWindow reloadPage retrying stale switchAccount tookTooLong".split(" "),
    );
  });

  test("runs in the direction of its script", () => {
    expect(locale.dir).toBe(/^(ar|fa|he|ur)\b/.test(locale.tag) ? "rtl" : "ltr");
  });
});

test("45 codes in 16 languages for 2 audiences have whole sentences", { tags: ["WCAG-3.3.3"] }, () => {
  const told = languages.flatMap(([, { default: locale }]) =>
    tableCodes.flatMap((code) =>
      (["user", "developer"] as const).map((audience) => {
        const { title, description, steps, lang, dir } = resolve(diagnose(sampleBody(code)), locale, { audience });
        expect([lang, dir]).toEqual([locale.tag, locale.dir]);
        expect(steps.length > 0).toBe(audience === "developer");
        return [title, description, ...steps.map(({ text }) => text)];
      }),
    ),
  );
  expect(told).toHaveLength(tableCodes.length * languages.length * 2);
  expect(told.flat().filter((text) => /^\s*$|[{}]|undefined/.test(text))).toEqual([]);
});

describe("a planted fault is found", () => {
  // prettier-ignore
  test.each<[what: string, path: string, text: string | undefined, found: string]>([
    ["a foreign tag", "tag", "de", "tag: de"],
    ["a missing word", "words.actions.retry", undefined, "missing: words.actions.retry string"],
    ["a missing branch", "words.callback", undefined, "missing: words.callback.home string"],
    ["an extra word", "words.actions.wait", "Wait", "extra: words.actions.wait string"],
    ["a plural that is one string", "words.labels.retryIn", "{count}", "missing: words.labels.retryIn plural"],
    ["a missing plural form", "words.labels.retryIn.one", undefined, "plural: words.labels.retryIn"],
    ["a plural form that the language lacks", "words.labels.retryIn.few", "{count}", "plural: words.labels.retryIn"],
    ["a lost placeholder", "words.labels.code", "Code", "placeholder: words.labels.code"],
    ["a foreign placeholder", "words.labels.done", "{count} done", "placeholder: words.labels.done"],
    ["a blank", "words.labels.done", " ", "blank: words.labels.done"],
    ["an edge of white space", "words.labels.done", "Done ", "blank: words.labels.done"],
    ["an element", "words.labels.done", "<b>Done", "html: words.labels.done"],
    ["an entity", "words.labels.done", "Done&nbsp;", "html: words.labels.done"],
    ["a lone brace", "words.labels.done", "Done}", "brace: words.labels.done"],
    ["jargon", "words.reasons.loop", "Your access_token failed.", "forbidden: words.reasons.loop"],
    ["a bare name", "words.reasons.loop", "The OpenID is wrong.", "forbidden: words.reasons.loop"],
    ["jargon in a plural", "words.labels.affected.one", "{count} API", "forbidden: words.labels.affected(one)"],
    ["an exclamation mark", "words.callback.done", "Done!", "exclamation: words.callback.done"],
    ["a full-width exclamation mark", "words.callback.done", "好！", "exclamation: words.callback.done"],
    ["a missing code", "developer.codes.251005", undefined, "code: 251005"],
    ["two codes in the same words", "developer.codes.100015", en.developer.codes[-21], "same description: developer.codes.-21"],
    ["a password that the user's words leave out", "words.titles.-73", "Sign in again.", "password: user"],
    ["a password that the developer's words leave out", "developer.codes.-73", "Void.", "password: developer"],
  ])("%s", (_what, path, text, found) => {
    expect(brokenRules("en", planted(en, path, text), en, tableCodes)).toContain(found);
  });

  // prettier-ignore
  test.each<[tag: string, path: string, text: string, found: string]>([
    ["en", "words.categories.reauth.title", "Your QQ sign-in has ended", "opposite: words.categories.reauth.title"],
    ["ru", "words.categories.reauth.title", "Вход через QQ завершён", "opposite: words.categories.reauth.title"],
    ["ko", "words.categories.reauth.title", "QQ 로그인이 끝났어요", "opposite: words.categories.reauth.title"],
    ["de", "words.categories.reauth.title", "Deine QQ-Anmeldung ist beendet", "opposite: words.categories.reauth.title"],
    ["zh-CN", "words.categories.reauth.title", "请重新登录", "repetition: reauth"],
    ["en", "words.titles.-20", "Please sign in again", "repetition: -20"],
    ["zh-TW", "words.labels.retryIn.other", "{count} 秒後重試", "glossary: automatically"],
    ["it", "words.categories.request.description", "Contatta l'assistenza.", "glossary: error details"],
    ["zh-CN", "words.labels.done", "用QQ 登录", "spacing: words.labels.done"],
    ["zh-CN", "words.labels.done", "好,请继续", "punctuation: words.labels.done"],
    ["zh-CN", "words.labels.done", "您已登录", "address: words.labels.done"],
    ["zh-CN", "words.labels.done", "已登錄", "script: words.labels.done"],
    ["zh-CN", "words.reasons.loop", "参数不对。", "forbidden: words.reasons.loop"],
    ["zh-CN", "words.reasons.loop", "令牌不对。", "jargon: words.reasons.loop"],
    ["zh-TW", "words.labels.done", "我已登录", "script: words.labels.done"],
    ["zh-TW", "words.labels.offline", "網絡已中斷", "region: words.labels.offline"],
    ["zh-TW", "words.reasons.loop", "簽章不對。", "forbidden: words.reasons.loop"],
    ["zh-HK", "words.labels.offline", "網路已斷線", "region: words.labels.offline"],
    ["zh-HK", "words.reasons.loop", "權杖不對。", "jargon: words.reasons.loop"],
    ["ja", "words.labels.offline", "QQはオフラインです", "spacing: words.labels.offline"],
    ["ja", "words.reasons.loop", "トークンが無効です。", "jargon: words.reasons.loop"],
    ["ja", "words.ticket.title", "チケットを送る", "forbidden: words.ticket.title"],
    ["ko", "words.labels.offline", "오프라인입니다", "address: words.labels.offline"],
    ["ko", "words.reasons.loop", "서명이 잘못됐어요.", "forbidden: words.reasons.loop"],
    ["de", "words.labels.offline", "Bitte melden Sie sich an", "address: words.labels.offline"],
    ["de", "words.reasons.loop", "Die Signatur ist falsch.", "forbidden: words.reasons.loop"],
    ["de", "words.actions.openTicket", "Ticket öffnen", "glossary: support"],
    ["fr", "words.labels.stuck", "QQ affiche un problème ?", "punctuation: words.labels.stuck"],
    ["fr", "words.labels.offline", "Tu es hors ligne", "address: words.labels.offline"],
    ["fr", "words.reasons.loop", "Le jeton a expiré.", "jargon: words.reasons.loop"],
    ["es", "words.labels.stuck", "QQ muestra un problema?", "punctuation: words.labels.stuck"],
    ["es", "words.labels.done", "¡Listo", "exclamation: words.labels.done"],
    ["es", "words.reasons.loop", "La firma no es válida.", "forbidden: words.reasons.loop"],
    ["pt-BR", "words.reasons.loop", "O parâmetro está errado.", "forbidden: words.reasons.loop"],
    ["it", "words.reasons.loop", "Le credenziali sono errate.", "jargon: words.reasons.loop"],
    ["ru", "words.labels.offline", "Ты не в сети", "address: words.labels.offline"],
    ["ru", "words.reasons.loop", "Подпись неверна.", "forbidden: words.reasons.loop"],
    ["ru", "words.actions.reauthorize", "Войти через QQ еще раз", "spelling: words.actions.reauthorize"],
    ["id", "words.labels.offline", "Kamu sedang offline", "address: words.labels.offline"],
    ["id", "words.reasons.loop", "Kredensial ditolak.", "jargon: words.reasons.loop"],
    ["vi", "words.reasons.loop", "Chữ ký sai.", "forbidden: words.reasons.loop"],
    ["th", "words.callback.done", "เข้าสู่ระบบแล้ว.", "punctuation: words.callback.done"],
    ["th", "words.reasons.loop", "โทเค็นหมดอายุ", "jargon: words.reasons.loop"],
    ["ar", "words.labels.stuck", "هل يعرض QQ مشكلة?", "punctuation: words.labels.stuck"],
    ["ar", "words.reasons.loop", "التوقيع غير صحيح.", "forbidden: words.reasons.loop"],
    ["ar", "developer.codes.-25", "الفرق (0x71f 0x5b).", "order: developer.codes.-25"],
    ["ar", "words.labels.code", "الرمز {code}", "order: words.labels.code"],
    ["ar", "words.labels.done", "I have signed in", "untranslated: words.labels.done"],
    ["it", "words.labels.done", "I have signed in", "untranslated: words.labels.done"],
    ["th", "words.actions.copyReport", "คัดลอก", "glossary: error details"],
    ["ja", "developer.openTicket", "Tencent に連絡する", "glossary: ticket"],
  ])("in %s, at %s: %s", (tag, path, text, found) => {
    const locale = files[`../../src/locales/${tag}.ts`]?.default ?? en;
    expect(brokenRules(tag, locale, en, tableCodes)).toEqual([]);
    expect(brokenRules(tag, planted(locale, path, text), en, tableCodes)).toContain(found);
  });

  test.each(languages)("in %s, a plural form less", (tag, { default: locale }) => {
    const forms = Object.keys(locale.words.labels.affected).filter((form) => form !== "other");
    const missing = forms.map((form) =>
      brokenRules(tag, planted(locale, `words.labels.affected.${form}`, undefined), en, tableCodes),
    );
    expect(missing).toEqual(forms.map(() => ["plural: words.labels.affected"]));
    const alien = planted(locale, "words.labels.affected.dozen", "{count}");
    expect(brokenRules(tag, alien, en, tableCodes)).not.toEqual([]);
  });

  test.each(languages)(
    "in %s, each code that is left out, for developers, and each sentence for users",
    (tag, file) => {
      for (const code of tableCodes)
        expect(brokenRules(tag, planted(file.default, `developer.codes.${code}`, undefined), en, tableCodes)).toContain(
          `code: ${code}`,
        );
      for (const code of Object.keys(en.words.codes))
        expect(brokenRules(tag, planted(file.default, `words.codes.${code}`, undefined), en, tableCodes)).toContain(
          `missing: words.codes.${code} string`,
        );
    },
  );
});

/** A copy with one text changed, or taken away. */
function planted(locale: Locale, path: string, text: string | undefined): Locale {
  const copy = structuredClone(locale);
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  const node = keys.reduce<object>((inside, key) => Object(Reflect.get(inside, key)), copy);
  if (text === undefined) Reflect.deleteProperty(node, last);
  else Reflect.set(node, last, text);
  return copy;
}
