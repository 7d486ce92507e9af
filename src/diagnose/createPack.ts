import { type Chunk, createChunk } from "../base/chunk.js";
import { attempt, read, readString } from "../base/safely.js";
import { createCatalog } from "../catalog/createCatalog.js";
import type {
  Catalog,
  ClaimedCall,
  LoadPackLanguage,
  Pack,
  PackDialect,
  PackLanguage,
  Spelling,
} from "../model/Catalog.js";
import { isTencentAddress } from "./callInfo.js";
import { judgeAmong } from "./judgeAmong.js";
import type { CodeRow } from "../model/Diagnosis.js";

/** A pack as a catalog: it claims its service's calls and gives its rows their words. */
export function createPack(pack: Pack, rows: readonly CodeRow[]): Catalog {
  const { name, hosts = [], paths = [], words = {} } = pack;
  const dialects = pack.dialects?.map((dialect) => (typeof dialect === "string" ? dialect : dialectOf(dialect)));
  const say = createSay(words);
  for (const row of rows) Object.defineProperty(row, "say", { value: say(row.reason) });
  return createCatalog(rows, {
    name,
    pack,
    dialects: dialects?.filter((dialect) => typeof dialect !== "string"),
    judge: judgeAmong,
    claims: claimOf({
      name,
      dialects,
      hosts: hosts.map((host) => host.toLowerCase()),
      paths: paths.map((path) => path.replace(/\/$/, "")),
    }),
  });
}

function dialectOf({ name, codeKey, companionKey = "", messageKey = "", subcodeKey = "" }: Spelling): PackDialect {
  return { name, codeKey, companionKey, messageKey, subcodeKey, numbers: "other", only: "body" };
}

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
function claimOf({ name, hosts, paths, dialects }: Marks): NonNullable<Catalog["claims"]> {
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

/** What a pack's rows say: of each reason, in the language that is nearest to a tag. A language that is fetched comes with `onCome`. */
function createSay(words: NonNullable<Pack["words"]>): (reason: string) => CodeRow["say"] {
  const languages = new Map(
    Object.entries(words).map(([tag, given]) => [
      tag,
      typeof given === "function" ? createChunk(fetching(given)) : given,
    ]),
  );
  return (reason) => (tag, audience, onCome) => {
    const found = languages.get(tag) ?? languages.get(tag.replace(/-.*/, ""));
    if (isChunk(found) && found.now() === undefined) found.use(() => onCome?.());
    const said = read(read(isChunk(found) ? found.now() : found, audience), reason);
    return { title: readString(said, "title"), description: readString(said, "description") };
  };
}

function fetching(load: LoadPackLanguage): () => Promise<PackLanguage> {
  return async () => {
    const found = await load();
    return "default" in found ? found.default : found;
  };
}

function isChunk(language: object | undefined): language is Chunk<PackLanguage> {
  return typeof read(language, "use") === "function";
}
