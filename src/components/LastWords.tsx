import type { ReactElement } from "react";
import { lastWords } from "../react/lastWords.js";

/** A sentence in two languages and what a person can quote, where a notice itself could not be drawn. */
export function LastWords({ code }: { readonly code: number | null }): ReactElement {
  return (
    <p role="alert" data-part="notice">
      <span>{lastWords().words.categories.unknown.title}</span> <bdi>{code}</bdi>
    </p>
  );
}
