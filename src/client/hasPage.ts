/** Whether this is a page, which one person uses. A server's module is shared by all of them, so nothing is remembered there. */
export function hasPage(): boolean {
  return typeof window !== "undefined";
}
