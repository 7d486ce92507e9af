import type { ReactElement } from "react";
import { HealedLine } from "../parts/HealedLine.js";
import type { NoticePart } from "../parts/partNames.js";
import type { Healed } from "../parts/useHealedLine.js";
import { useParts } from "../parts/useParts.js";
import type { ErrorNoticeProps } from "./ErrorNoticeProps.js";

/** A success where the notice stood, over what has come in its place. */
export function HealedNotice({ healed, ...props }: ErrorNoticeProps & { readonly healed: Healed }): ReactElement {
  const part = useParts<NoticePart>("notice", props);
  return <HealedLine healed={healed} {...part("healed")} />;
}
