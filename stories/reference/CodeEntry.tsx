import { useState, type ReactElement, type ReactNode } from "react";
import type { CodeRecord } from "../../src/cli/publicData.js";
import { ErrorNotice, useTencentError } from "../../src/index.js";
import type { Audience } from "../../src/core.js";
import { referenceWords } from "./referenceWords.js";

/** The anchor of a notice's link to its code. */
export const anchorOf = (code: number): string => `code-${String(code)}`;

interface CodeEntryProps {
  readonly record: CodeRecord;
  /** The language of the labels. Default: English. */
  readonly tag?: string;
  /** Shows the notice at once. */
  readonly isOpen?: boolean;
}

/** One code: its name, the words for both audiences, what to check, and its sources. */
export function CodeEntry({ record, tag = "en", isOpen = false }: CodeEntryProps): ReactElement {
  const { code, reason, checks, sources } = record;
  const [error] = useState(() => ({ ret: code, msg: "" }));
  const [isShown, setShown] = useState(isOpen);
  const id = anchorOf(code);
  const words = referenceWords(tag);
  return (
    <article id={id} className="code" aria-labelledby={`${id}-name`}>
      <h3 id={`${id}-name`}>
        <a href={`#${id}`}>{code}</a> <code>{reason}</code>
      </h3>
      <dl className="facts">
        <Fact name={words.category}>{record.category}</Fact>
        <Fact name={words.fixer}>{record.fixer}</Fact>
        <Fact name={words.retried}>{words.retries[record.retry]}</Fact>
        {checks.length > 0 ? (
          <Fact name={words.checks}>
            <code>{checks.join(" ")}</code>
          </Fact>
        ) : null}
      </dl>
      <div className="words">
        <Words error={error} audience="user" title={words.readers.user} />
        <Words error={error} audience="developer" title={words.readers.developer} />
      </div>
      {isShown ? <ErrorNotice error={error} isThrown onRetry={() => undefined} announce={false} /> : null}
      <p className="sources">
        <button type="button" className="primary" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
          {isShown ? words.hide : words.show}
        </button>
        {sources.map((source) => (
          <a key={source} href={source} target="_blank" rel="noopener noreferrer">
            {source.replace("https://", "")}
          </a>
        ))}
      </p>
    </article>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface WordsProps {
  readonly error: unknown;
  readonly audience: Audience;
  readonly title: string;
}

/** The words for one audience, in the toolbar's language. */
function Words({ error, audience, title }: WordsProps): ReactElement | null {
  const { message, actions } = useTencentError(error, { audience, isThrown: true });
  if (message === null) return null;
  return (
    <section data-audience={audience}>
      <h4>{title}</h4>
      <div lang={message.lang} dir={message.dir}>
        <p>
          <strong>{message.title}</strong>
        </p>
        <p>{message.description}</p>
        {message.steps.length > 0 ? (
          <ol>
            {message.steps.map(({ remedy, text }) => (
              <li key={remedy}>{text}</li>
            ))}
          </ol>
        ) : null}
        {audience === "user" ? <p className="way">{actions.map(({ label }) => label).join(" · ")}</p> : null}
      </div>
    </section>
  );
}
