import codes from "tencent-error-kit/codes.json";
import { useEffect, useId, useState, type ReactElement } from "react";
import type { CodeRecord } from "../../src/cli/publicData.js";
import { resolve, type Locale, type TencentErrorClient } from "../../src/core.js";
import { TencentErrorProvider } from "../../src/index.js";
import { CodeEntry } from "./CodeEntry.js";
import { referenceWords } from "./referenceWords.js";
import "./reference.css";

const categories = [...new Set(codes.map(({ category }) => category))];

interface CodeReferenceProps {
  readonly client: TencentErrorClient;
  readonly locale: Locale;
}

/** Every code that the kit knows, found by its number, its name or its words. */
export function CodeReference({ client, locale }: CodeReferenceProps): ReactElement {
  const [query, setQuery] = useState("");
  const [category, setCategory] = useState("");
  const id = useId();
  const words = referenceWords(locale.tag);
  useEffect(() => {
    // the browser looks for the anchor before the page is rendered
    document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, []);
  const found = codes.filter((record) => isAbout(record, category, query, client, locale));
  return (
    <TencentErrorProvider client={client} locale={locale}>
      <main className="reference" lang={words.lang}>
        <h1>{words.title}</h1>
        <p>{words.about(codes.filter(({ inTable }) => inTable).length)}</p>
        <form role="search" onSubmit={(event) => event.preventDefault()}>
          <label>
            {words.find}
            <input type="search" value={query} onChange={(event) => setQuery(event.target.value)} />
          </label>
          <label>
            {words.category}
            <select value={category} onChange={(event) => setCategory(event.target.value)}>
              <option value="">{words.all}</option>
              {categories.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
          <output>{words.found(found.length)}</output>
        </form>
        {Object.entries(words.families).map(([family, title]) => {
          const records = found.filter((record) => record.family === family);
          return records.length === 0 ? null : (
            <section key={family} aria-labelledby={`${id}-${family}`}>
              <h2 id={`${id}-${family}`}>{title}</h2>
              {records.map((record) => (
                <CodeEntry key={`${String(record.code)}${record.reason}`} record={record} tag={locale.tag} />
              ))}
            </section>
          );
        })}
      </main>
    </TencentErrorProvider>
  );
}

/** Whether a record matches: all words of the query, in any order. */
function isAbout(
  record: CodeRecord,
  category: string,
  query: string,
  client: TencentErrorClient,
  locale: Locale,
): boolean {
  if (category !== "" && record.category !== category) return false;
  if (query.trim() === "") return true;
  const diagnosis = client.diagnose({ ret: record.code, msg: "" });
  const messages = (["user", "developer"] as const).map((audience) => resolve(diagnosis, locale, { audience }));
  const texts = [
    String(record.code),
    record.reason,
    ...record.checks,
    ...messages.flatMap(({ title, description }) => [title, description]),
  ];
  const text = texts.join(" ").toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
