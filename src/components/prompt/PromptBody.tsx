import { type ReactElement, useEffect, useRef, useState } from "react";
import { attempt } from "../../base/safely.js";
import type { Labels } from "../../i18n/Labels.js";
import type { ReauthRun } from "../../model/ReauthFlow.js";
import type { AccountName } from "../../model/ReauthSnapshot.js";
import type { ReauthState } from "../../react/useReauth.js";
import type { PromptPart } from "../parts/partNames.js";
import { PasteField } from "./PasteField.js";
import { PromptActions, type PromptActionsProps } from "./PromptActions.js";
import type { Parts } from "../parts/Parts.js";

interface PromptBodyProps extends PromptActionsProps {
  /** What the flow draws, while it waits for the person. */
  readonly panel: ReauthRun["panel"];
  readonly description: string;
  /** The id by which the dialog is described. */
  readonly descriptionId: string;
}

/** The words and buttons, the same in a dialog, a banner and a line. */
export function PromptBody(props: PromptBodyProps): ReactElement {
  const { view, reauth, text, part, panel, isOffline, description, descriptionId } = props;
  const { words, interpolate, count } = text;
  const { labels } = words;
  const code = reauth.diagnosis?.failure.code ?? null;
  const isConfirming = view.words === "confirm";
  // prettier-ignore
  const notes = [
    ...(isOffline ? [labels.offline] : []),
    ...(isConfirming ? reauth.waiting : []),
    ...(code !== null && isTelling(reauth.reason) ? [interpolate(labels.code, { code })] : []),
  ];
  const { affected, changes } = reauth;
  // prettier-ignore
  const counts = isConfirming ? [] : [
    ...(affected > 1 && reauth.status !== "failed" ? [count(labels.affected, affected)] : []),
    ...(changes > 0 ? [count(labels.waitingChanges, changes)] : []),
  ];
  return (
    <>
      {view.isRunning === true ? <div {...part("progress")} aria-hidden /> : null}
      <p {...part("description")} id={descriptionId} aria-live="polite">
        <span>{description}</span>
      </p>
      {view.words === "required" ? <PromptAccount account={reauth.account} {...{ labels, part }} /> : null}
      <div {...part("status")} role="status">
        {/* it changes many times in a storm, so it is not announced */}
        <div aria-live="off">{counts.length === 0 ? null : <span>{counts.join(" · ")}</span>}</div>
        {notes.length === 0 ? null : <div>{notes.join(" · ")}</div>}
      </div>
      {panel ? <PromptPanel panel={panel} part={part} /> : null}
      {view.canPaste && !panel ? <PasteField onPaste={reauth.paste} {...{ labels, part }} /> : null}
      <PromptActions {...props} />
    </>
  );
}

/** Whether the code says why the sign-in failed. Otherwise it only says why one was asked for. */
function isTelling(reason: ReauthState["reason"]): boolean {
  return reason === "callbackError" || reason === "exchangeFailed" || reason === "loop";
}

/** The most changes that were held at once since the prompt opened: it still tells of them when they are let go. */
export function useAtStake(changes: number, isOpen: boolean): number {
  const [most, setMost] = useState(0);
  const now = isOpen ? Math.max(most, changes) : 0;
  if (now !== most) setMost(now);
  return now;
}

interface PromptAccountProps {
  readonly account: AccountName | null;
  readonly labels: Labels;
  readonly part: Parts<PromptPart>;
}

/** Who has to sign in again: a person may have several accounts. */
function PromptAccount({ account, labels, part }: PromptAccountProps): ReactElement | null {
  const [broken, setBroken] = useState<string>();
  if (account === null) return null;
  const { name, avatarUrl } = account;
  return (
    <div {...part("account")}>
      <span {...part("avatar")} aria-hidden>
        {avatarUrl === undefined || avatarUrl === broken ? (
          initialOf(name)
        ) : (
          <img src={avatarUrl} alt="" referrerPolicy="no-referrer" onError={() => setBroken(avatarUrl)} />
        )}
      </span>
      <div>
        <bdi>{name}</bdi>
        <span>{labels.lastAccount}</span>
      </div>
    </div>
  );
}

/** Chinese names are told apart by their last character. */
function initialOf(name: string): string {
  const letters = Array.from(name);
  const last = letters.at(-1) ?? "";
  return /\p{Script=Han}/u.test(last) ? last : (letters[0] ?? "").toUpperCase();
}

interface PromptPanelProps {
  readonly panel: NonNullable<ReauthRun["panel"]>;
  readonly part: Parts<PromptPart>;
}

/** The place where the flow draws what the person signs in by. */
function PromptPanel({ panel, part }: PromptPanelProps): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    const remove = element === null ? undefined : attempt(() => panel(element));
    return () => {
      attempt(() => remove?.());
    };
  }, [panel]);
  return (
    <div {...part("panel")}>
      <div ref={place} />
    </div>
  );
}
