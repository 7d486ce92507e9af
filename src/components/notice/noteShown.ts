import type { SomeError } from "../../react/ErrorState.js";
import type { After } from "../../react/useAfter.js";
import { warnOfColors } from "../parts/warnOfColors.js";
import { type ErrorNoticeProps, resetOf } from "./ErrorNoticeProps.js";
import type { PageClient, TencentErrorContextValue } from "../../react/PageContext.js";

/** Announces what a notice shows, once, and claims its errors, so that the region leaves them to it. */
export function noteShown(
  props: ErrorNoticeProps,
  { message, diagnosis, errors, isHealed, isTrying }: SomeError,
  { announce: say, client }: TencentErrorContextValue,
  after: After,
): void {
  const { announce = true, isClaiming = true } = props;
  const { title, description } = message;
  const { category, failure } = diagnosis;
  // the prompt announces a sign-in
  const isSaid = announce && !isHealed;
  // one announcement for all codes of an ended sign-in
  const key = isTrying ? "retrying" : category === "reauth" ? category : `${category}:${failure.code}`;
  after(["say", isSaid, title, description, key, say], () => {
    if (isSaid) say(`${title} ${description}`.trim(), key);
    warnOfColors();
  });
  if (isClaiming) claimAll(errors, client.board, resetOf(props), after);
}

function claimAll(
  errors: readonly unknown[],
  board: PageClient["board"],
  reset: (() => void) | undefined,
  after: After,
): void {
  after(["claim", board, reset, ...errors], () => {
    // a boundary is reset once its call went well: before that it would only throw again
    const releases = errors.map((error) => board.claim(error, () => reset?.()));
    return () => {
      for (const release of releases) release();
    };
  });
}
