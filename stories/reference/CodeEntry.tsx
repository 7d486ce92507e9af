import { useState, type ReactElement, type ReactNode } from "react";
import type { CodeRecord } from "../../src/cli/codeTable.js";
import { ErrorNotice, useTencentError } from "../../src/index.js";
import type { Audience } from "../../src/core.js";

/** The anchor of a notice's link to its code. */
export const anchorOf = (code: number): string => `code-${String(code)}`;

interface CodeEntryProps {
  readonly record: CodeRecord;
  /** Shows the notice at once. */
  readonly isOpen?: boolean;
}

/** One code: its name, the words for both audiences, what to check, and its sources. */
export function CodeEntry({ record, isOpen = false }: CodeEntryProps): ReactElement {
  const { code, reason, checks, sources } = record;
  const [error] = useState(() => ({ ret: code, msg: "" }));
  const [isShown, setShown] = useState(isOpen);
  const id = anchorOf(code);
  return (
    <article id={id} className="code" aria-labelledby={`${id}-name`}>
      <h3 id={`${id}-name`}>
        <a href={`#${id}`}>{code}</a> <code>{reason}</code>
      </h3>
      <dl className="facts">
        <Fact name="Category">{record.category}</Fact>
        <Fact name="Who can fix it">{record.fixer}</Fact>
        <Fact name="Tried again">{retries[record.retry]}</Fact>
        {checks.length > 0 ? (
          <Fact name="What to check">
            <code>{checks.join(" ")}</code>
          </Fact>
        ) : null}
      </dl>
      <div className="words">
        <Words error={error} audience="user" />
        <Words error={error} audience="developer" />
      </div>
      {isShown ? <ErrorNotice error={error} isThrown onRetry={() => undefined} announce={false} /> : null}
      <p className="sources">
        <button type="button" className="primary" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
          {isShown ? "Hide the notice" : "Show the notice"}
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

// prettier-ignore
const retries: Readonly<Record<CodeRecord["retry"], string>> = {
  no: "never", fix: "after a fix", auth: "after signing in", once: "once, by itself", backoff: "later, by itself", manual: "by hand",
};

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const readers: Readonly<Record<Audience, string>> = { user: "People read", developer: "Developers read" };

/** The words for one audience, in the toolbar's language. */
function Words({ error, audience }: { readonly error: unknown; readonly audience: Audience }): ReactElement | null {
  const { message, actions } = useTencentError(error, { audience, isThrown: true });
  if (message === null) return null;
  return (
    <section data-audience={audience}>
      <h4>{readers[audience]}</h4>
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
