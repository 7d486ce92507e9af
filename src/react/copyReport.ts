import { copyText } from "./copyText.js";
import type { TencentErrorContextValue } from "./TencentErrorContext.js";

/** Copies a report and says how that went. Must begin in a click. */
export async function copyReport(
  { announce, speech }: Pick<TencentErrorContextValue, "announce" | "speech">,
  text: string,
): Promise<boolean> {
  const isCopied = await copyText(text, null);
  const { copied, copyFailed } = speech.words.labels;
  announce(isCopied ? copied : copyFailed, `copy${performance.now()}`);
  return isCopied;
}
