/**
 * 32 random bytes as base64url: the one-time secret that ties an answer to its question.
 * @throws Error where the platform has no random numbers: then there is no flow at all.
 */
export function createState(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace("=", "");
}
