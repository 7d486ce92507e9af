import type { Locale } from "../../i18n/Locale.js";
import { resolve } from "../../i18n/resolve.js";
import type { Diagnosis } from "../../model/Diagnosis.js";
import type { Message } from "../../model/Message.js";
import type { CodeRecord, WireSample } from "../publicData.js";
import type { PageWords } from "./pageWords.js";

/** What a page is made of. */
interface CodePage {
  readonly record: CodeRecord;
  readonly diagnosis: Diagnosis;
  readonly locale: Locale;
  readonly words: PageWords;
  /** The tag of the language that the page links to. */
  readonly otherTag: string;
  readonly samples: readonly WireSample[];
  /** Codes of the same family, in its order, this one among them. */
  readonly family: readonly CodeRecord[];
  /** An answer with this code, for when the corpus has none. */
  readonly likely: string;
}

/** A page about one code: one file, without scripts and without anything to fetch. */
export function codePage(page: CodePage): string {
  const { record, diagnosis, locale, words, otherTag } = page;
  const user = resolve(diagnosis, locale, { audience: "user" });
  const developer = resolve(diagnosis, locale, { audience: "developer" });
  const title = `${record.code} ${record.reason}`;
  const file = `${record.code}.html`;
  return `<!doctype html>
<html lang="${locale.tag}" dir="${locale.dir}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="description" content="${escaped(developer.description)}">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(`${title}: ${user.title}`)}</title>
<link rel="alternate" hreflang="${otherTag}" href="../${otherTag}/${file}">
<style>${pageStyle}</style>
<header><p>${escaped(words.unofficial)}</p><a lang="${otherTag}" hreflang="${otherTag}" href="../${otherTag}/${file}">${words.other}</a></header>
<main id="code-${record.code}">
<h1><span>${words.code} ${record.code}</span> ${escaped(user.title)}</h1>
${section(words.what, `<p>${escaped(developer.description)}</p>${facts(page)}`)}
${section(words.users, told(user))}
${section(words.developers, told(developer) + stepsOf(developer, words))}
${section(words.samples, samplesOf(page))}
${section(words.healing, `<p>${escaped(words.retries[record.retry])}</p>`)}
${section(words.neighbours, neighboursOf(page))}
${section(words.sources, `<ul>${record.sources.map((source) => `<li>${linked(source)}`).join("")}</ul>`)}
</main>
</html>
`;
}

function section(title: string, content: string): string {
  return `<section><h2>${escaped(title)}</h2>${content}</section>`;
}

function facts({ record, locale, words }: CodePage): string {
  const rows = [
    [words.name, record.reason],
    [words.category, locale.developer.categories[record.category].title],
    [words.fixer, words.fixers[record.fixer]],
    [words.standing, record.inTable ? words.inTable : words.reported],
  ];
  return `<dl>${rows.map(([name = "", value = ""]) => `<dt>${escaped(name)}<dd>${escaped(value)}`).join("")}</dl>`;
}

function told({ title, description }: Message): string {
  return `<blockquote><p><strong>${escaped(title)}</strong><p>${escaped(description)}</blockquote>`;
}

function stepsOf({ steps }: Message, words: PageWords): string {
  if (steps.length === 0) return "";
  return `<h3>${escaped(words.steps)}</h3><ol>${steps.map(({ text }) => `<li>${escaped(text)}`).join("")}</ol>`;
}

function samplesOf({ samples, words, likely }: CodePage): string {
  if (samples.length === 0) return `<p>${escaped(words.noSample)}</p><pre>${escaped(likely)}</pre>`;
  return samples
    .map(({ body, httpStatus, contentType, evidence, source }) => {
      const answer = words.answer.replace("{status}", String(httpStatus)).replace("{type}", contentType);
      const origin = evidence === "constructed" ? "" : `<br>${linked(source)}`;
      return `<figure><pre>${escaped(body)}</pre><figcaption>${escaped(`${answer}; ${words.evidence[evidence]}`)}${origin}</figcaption></figure>`;
    })
    .join("");
}

function neighboursOf({ family, record, locale }: CodePage): string {
  const items = family.map(({ code, reason }) =>
    code === record.code
      ? `<li aria-current="page">${code} ${reason}`
      : `<li><a href="${code}.html">${code} ${reason}</a>`,
  );
  return `<nav aria-label="${escaped(locale.developer.categories[record.category].title)}"><ul class="codes">${items.join("")}</ul></nav>`;
}

/** Addresses in a text become links. */
function linked(text: string): string {
  return text
    .split(/(https:\/\/[^\s()<>"]+)/)
    .map((part, at) =>
      at % 2 === 1 ? `<a href="${escaped(encodeURI(decodeURI(part)))}">${escaped(part)}</a>` : escaped(part),
    )
    .join("");
}

function escaped(text: string): string {
  const signs: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}

/** The one sheet of the pages: readable by itself, light and dark. */
const pageStyle =
  ":root{color-scheme:light dark;--line:light-dark(#d8d8d8,#444);--soft:light-dark(#595959,#b0b0b0);--link:light-dark(#0050b3,#8ab8ff)}" +
  "html{background:light-dark(#fff,#1a1a1a);color:light-dark(#1a1a1a,#f0f0f0)}" +
  "body{max-width:44rem;margin:0 auto;padding:1rem;font:1rem/1.6 system-ui,sans-serif;overflow-wrap:anywhere}" +
  "header{display:flex;gap:1rem;justify-content:space-between;color:var(--soft);font-size:.875rem}header p{margin:0}" +
  "header a{white-space:nowrap}a{color:var(--link)}h1{font-size:1.6rem;line-height:1.3}" +
  "h1 span{display:block;color:var(--soft);font-size:1rem;font-weight:400}h2{margin:2rem 0 .5rem;font-size:1.15rem}h3{font-size:1rem}" +
  "dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}dt{color:var(--soft)}dd{margin:0}" +
  "blockquote{margin:0;padding:.25rem 1rem;border:1px solid var(--line);border-radius:8px}figure{margin:0 0 1rem}" +
  "pre{margin:0 0 .25rem;padding:.75rem 1rem;border:1px solid var(--line);border-radius:8px;white-space:pre-wrap;font:.875rem/1.5 ui-monospace,monospace}" +
  "figcaption{color:var(--soft);font-size:.875rem}.codes{display:grid;grid-template-columns:repeat(auto-fill,minmax(16rem,1fr));padding:0;list-style:none}" +
  "li[aria-current]{font-weight:600}li a,header a{display:inline-block;min-height:24px}";
