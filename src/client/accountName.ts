import { attempt, read } from "../base/safely.js";
import type { AccountName } from "../model/ReauthSnapshot.js";

const longest = 80;

/** A person's name and picture from what an app or a server says. Undefined without a name. */
export function nameOf(said: unknown): AccountName | undefined {
  const name = read(said, "name");
  if (typeof name !== "string" || name.trim() === "") return undefined;
  const avatarUrl = read(said, "avatarUrl");
  const isPicture =
    typeof avatarUrl === "string" &&
    (avatarUrl.startsWith("data:image/") ||
      /^(?:https?|blob):/.test(attempt(() => new URL(avatarUrl, location.href).protocol) ?? ""));
  return { name: name.trim().slice(0, longest), ...(isPicture && { avatarUrl }) };
}
