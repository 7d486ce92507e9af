import { attempt, read } from "../base/safely.js";
import type { Catalog, ClaimedCall, Pack, PackDialect } from "../model/Catalog.js";
import { isTencentAddress } from "./callInfo.js";

/** What a pack is told by. */
interface Marks extends Pick<Pack, "name"> {
  readonly hosts: readonly string[];
  readonly paths: readonly string[];
  readonly dialects: readonly (string | PackDialect)[] | undefined;
}

/**
 * How much speaks for it that a failed call is a pack's: its host or path most, then a key that only its answers have, then its
 * dialect alone. Never the number. Nothing does at a place that is known and not the pack's.
 */
export function claimOf({ name, hosts, paths, dialects }: Marks): NonNullable<Catalog["claims"]> {
  const spelled = dialects ?? (hosts.length + paths.length === 0 ? [name] : undefined);
  return (call) => {
    const { url, failure } = call;
    const { path, dialect } = failure;
    if (failure.catalog === name) return 9;
    const claim = spelled === undefined ? 0.5 : Math.max(...spelled.map((dialect) => spellingOf(dialect, call)));
    if (claim === 0 || dialect === "foreign") return 0;
    const isOfTencent = hosts.length > 0 && isTencentAddress(url);
    const host = attempt(() => new URL(url ?? "").hostname);
    const isThere =
      hosts.some((own) => `.${host}`.endsWith(`.${own}`)) ||
      (!isOfTencent && paths.some((own) => `${path}/`.startsWith(`${own}/`)));
    const isElsewhere = path !== undefined && (isOfTencent || paths.length > 0);
    return isThere ? claim + 4 : isElsewhere || spelled === undefined ? 0 : claim;
  };
}

function spellingOf(given: string | PackDialect, { failure: { dialect }, match, body }: ClaimedCall): number {
  if (typeof given === "string") return Number(given === dialect);
  const { name, codeKey, companionKey } = given;
  // a failure that was read before, or a dialect that the app says, has its name alone
  if (match?.dialect.name !== dialect) return Number(name === dialect);
  if (match.dialect.codeKey !== codeKey) return 0;
  return companionKey === "" ? 1 : Number(read(body, companionKey) !== undefined) * 2;
}
