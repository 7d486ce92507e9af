/** A file's name from a report's subject. */
export function fileName(subject: string): string {
  return subject.toLowerCase().replace(/[^a-z\d]+/g, "-");
}

/** Downloads a text as a file. */
export function saveText(text: string, name: string): void {
  const href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = href;
  link.download = name;
  link.click();
  // Safari reads it a moment after the click
  setTimeout(() => URL.revokeObjectURL(href), 1000);
}
