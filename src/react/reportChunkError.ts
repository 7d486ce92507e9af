import type { TencentErrorContextValue } from "./PageContext.js";

const told = new WeakSet<object>();

/** Tells, once a try, that a part of the kit could not be fetched. */
export function reportChunkError({ client }: Pick<TencentErrorContextValue, "client">, error: unknown): void {
  if (!(error instanceof Error) || told.has(error)) return;
  told.add(error);
  client.emit({ type: "internal.error", detail: "chunk" });
}
