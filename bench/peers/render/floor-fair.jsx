// @bench label="the same notice by hand: the kit's words, code and buttons, and content-visibility"
import "../../floor/style.css";
import "../../floor/fair.css";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { flushSync } from "react-dom";
import { ErrorNotice, TencentErrorProvider } from "tencent-error-kit";
import en from "tencent-error-kit/locales/en";
import { ERRORS } from "../../data/errors.mjs";
import { clientOf } from "../../lib/kit.jsx";

/** What the kit says of each code, read off its own notice before anything is measured. */
const texts = wordsOfKit();

export function Notice({ title, onAction }) {
  const { title: heading, description, code, buttons } = texts.get(title);
  return (
    <div role="group" className="n f">
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zM7 4h2v5H7zm0 6h2v2H7z" />
      </svg>
      <div>
        <strong>{heading}</strong>
        <p>{description}</p>
        <code>{code}</code>
      </div>
      {buttons.map((label) => (
        <button key={label} type="button" onClick={onAction}>
          {label}
        </button>
      ))}
    </div>
  );
}

function wordsOfKit() {
  const { client } = clientOf();
  const place = document.createElement("div");
  const root = createRoot(place);
  const text = (part) => place.querySelector(`[data-part=${part}]`)?.textContent ?? "";
  const found = ERRORS.flatMap(([ret, , ...titles]) => {
    const notice = createElement(ErrorNotice, { key: ret, error: { ret }, announce: false, onRetry: () => {} });
    flushSync(() => root.render(createElement(TencentErrorProvider, { client, locale: en }, notice)));
    const buttons = [...place.querySelectorAll("button")].map((each) => each.textContent);
    const words = { title: text("title"), description: text("description"), code: text("code"), buttons };
    return titles.map((title) => [title, words]);
  });
  root.unmount();
  return new Map(found);
}
