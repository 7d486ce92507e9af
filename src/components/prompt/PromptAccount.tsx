import { type ReactElement, useState } from "react";
import type { AccountName } from "../../model/ReauthSnapshot.js";
import { useText } from "../../react/useText.js";
import type { PromptPart } from "../parts/partNames.js";
import type { Parts } from "../parts/useParts.js";

interface PromptAccountProps {
  readonly account: AccountName | null;
  readonly part: Parts<PromptPart>;
}

/** Who has to sign in again: a person may have several accounts. */
export function PromptAccount({ account, part }: PromptAccountProps): ReactElement | null {
  const { labels } = useText("ReauthPrompt").words;
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
