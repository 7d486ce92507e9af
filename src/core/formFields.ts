/** The fields of a form or a query. Keys may repeat: the first counts. */
export function formFields(text: string): Readonly<Record<string, string>> {
  const fields = Object.create(null) as Record<string, string>;
  for (const pair of text.split("&")) {
    const at = pair.indexOf("=");
    const key = pair.slice(0, at);
    if (at > 0 && !(key in fields)) fields[key] = decode(pair.slice(at + 1));
  }
  return fields;
}

function decode(text: string): string {
  try {
    const spaced = text.includes("+") ? text.replaceAll("+", " ") : text;
    return spaced.includes("%") ? decodeURIComponent(spaced) : spaced;
  } catch {
    return text;
  }
}
