/** The text fields of a body, from JSON or a form. A body that is neither has none. */
export async function readFields(request: Request): Promise<Readonly<Record<string, string>>> {
  const text = await request.text();
  const fields: Record<string, string> = {};
  for (const [key, value] of Object.entries(parse(text))) if (typeof value === "string") fields[key] = value;
  return fields;
}

function parse(text: string): object {
  if (!text.startsWith("{")) return Object.fromEntries(new URLSearchParams(text));
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}
