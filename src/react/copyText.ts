/**
 * Copies a text, or else what a field shows. Where the browser refuses that as well, it is left selected for the person to copy.
 * Must begin in a click.
 */
export async function copyText(text: string, field: HTMLTextAreaElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // no clipboard on a page without https, or not allowed
    field?.focus();
    field?.select();
    return field !== null && isSelectionCopied();
  }
}

function isSelectionCopied(): boolean {
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way where there is no clipboard
    return document.execCommand("copy");
  } catch {
    return false;
  }
}
