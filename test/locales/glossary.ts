import { readFileSync } from "node:fs";
import type { Locale } from "../../src/i18n/Locale.js";

type Tables = Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;

/** Where an idea of the glossary is named, in every language. */
// prettier-ignore
const places: Readonly<Record<string, (locale: Locale) => readonly (string | undefined)[]>> = {
  "sign in again": ({ words }) => [words.categories.reauth.description, words.prompt.required.description, words.actions.reauthorize, words.codes[-20]],
  "try again": ({ words }) => [words.actions.retry, words.labels.tryAgain, words.categories.network.description, words.ticket.failed],
  "the app": ({ words }) => [words.callback.home, words.reasons.exchangeFailed, words.categories.credentials.description],
  "account": ({ words }) => [words.titles[-12], words.labels.switchAccount, words.labels.useThisAccount],
  "permission": ({ words }) => [words.codes[-20]],
  "code": ({ words }) => [words.labels.code, words.reasons.loop],
  "error details": ({ words }) => [words.actions.copyReport, words.ticket.text, words.ticket.sent, words.categories.unknown.description, words.categories.request.description],
  "support": ({ words }) => [words.actions.openTicket, words.ticket.title, words.ticket.openDesk, words.reasons.loop],
  "QQ page": ({ words }) => [words.prompt.waiting.title, words.reasons.popupBlocked, words.reasons.callbackError],
  "automatically": ({ words }) => [...Object.values(words.labels.retryIn), words.labels.willRetry, words.prompt.waiting.description],
  "ticket": ({ developer }) => [developer.openTicket, developer.remedies.openTicket],
  "callback address": ({ developer }) => [developer.codes[100010], developer.categories.configuration.description, developer.remedies.compareRedirectUri],
  "signature": ({ developer }) => [developer.categories.signature.title, developer.codes[-5], developer.remedies.freshNonce],
  "parameter": ({ developer }) => [developer.codes[-1], developer.codes[251001], developer.remedies.checkRequest],
  "allow list": ({ developer }) => [developer.codes[-4], developer.remedies.allowListIp],
  "permission for developers": ({ developer }) => [developer.categories.permission.title, developer.remedies.applyForPermission, developer.codes[251003]],
};

const jargon = ["ticket", "callback address", "signature", "parameter", "allow list"];
const tables = tablesIn(readFileSync(new URL("../../docs/glossary.md", import.meta.url), "utf8"));

/** Ideas whose word is not in the sentences that name it, or that the glossary leaves out for a language. */
export function glossaryRule(locale: Locale): string[] {
  return Object.entries(places).flatMap(([idea, textsOf]) => {
    const word = wordFor(idea, locale.tag);
    if (word === undefined) return [`glossary lacks: ${idea}`];
    return textsOf(locale).every((text) => word.test(text ?? "")) ? [] : [`glossary: ${idea}`];
  });
}

/** Notices that ask for the same act more than twice: in the title, in the text and on the button. */
export function repetitionRule({ tag, words }: Locale): string[] {
  const asks = wordFor("sign in again", tag);
  const { reauth } = words.categories;
  const codes = Object.keys({ ...words.titles, ...words.codes }).map(Number);
  return [undefined, ...codes].flatMap((code) => {
    const ownTitle = Reflect.get(words.titles, code ?? "") as string | undefined;
    const ownText = Reflect.get(words.codes, code ?? "") as string | undefined;
    const said = [ownTitle ?? reauth.title, ownText ?? reauth.description, words.actions.reauthorize];
    return asks !== undefined && said.filter((text) => asks.test(text)).length > 2
      ? [`repetition: ${code ?? "reauth"}`]
      : [];
  });
}

/** What only developers read, in one language. */
export function jargonOf(tag: string): readonly RegExp[] {
  return jargon.flatMap((idea) => wordFor(idea, tag) ?? []);
}

function wordFor(idea: string, tag: string): RegExp | undefined {
  const isTwice = idea === "permission for developers";
  const table = tables[isTwice || jargon.includes(idea) ? "Words for developers" : "Words for everybody"];
  const cell = table?.find(({ language }) => language === tag)?.[isTwice ? "permission" : idea];
  return cell === undefined || cell === "" ? undefined : wordIn(cell);
}

/** `войти … ещё раз, повтор…` as a pattern: words begin where letters begin, but for scripts that don't part words. */
function wordIn(cell: string): RegExp {
  const forms = cell.split(", ").map((form) => form.replaceAll(" … ", " .*").replaceAll("…", "\\S*"));
  const isParted = /^[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(cell);
  return new RegExp(`${isParted ? "(?<!\\p{L})" : ""}(?:${forms.join("|")})`, "iu");
}

function tablesIn(markdown: string): Tables {
  const sections = markdown.split(/^#+ /m).map((section) => [section.split("\n", 1)[0] ?? "", section] as const);
  return Object.fromEntries(sections.map(([title, section]) => [title, rowsIn(section)]));
}

function rowsIn(section: string): Readonly<Record<string, string>>[] {
  const cells = (line: string): string[] =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim());
  const [head, , ...rows] = section.split("\n").filter((line) => line.startsWith("|"));
  const keys = cells(head ?? "");
  return rows.map((row) => Object.fromEntries(cells(row).map((cell, at) => [keys[at] ?? "", cell])));
}
