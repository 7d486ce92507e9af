import { createCatalog } from "../catalog/createCatalog.js";
import type { Catalog, Pack, PackDialect, Spelling } from "../model/Catalog.js";
import type { CodeRow } from "../model/CodeRow.js";
import { claimOf } from "./claimOf.js";
import { judgeAmong } from "./judgeAmong.js";
import { createSay } from "./packWords.js";

/** A pack as a catalog: it claims its service's calls and gives its rows their words. */
export function createPack(pack: Pack, rows: readonly CodeRow[]): Catalog {
  const { name, hosts = [], paths = [], words = {} } = pack;
  const hasWords = rows.some(({ code }) => typeof code === "string");
  const dialects = pack.dialects?.map((dialect) =>
    typeof dialect === "string" ? dialect : dialectOf(dialect, hasWords ? dialect.codeKey : ""),
  );
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

/** A code that is a word is the failure's `subcode`. */
function dialectOf(
  { name, codeKey, companionKey = "", messageKey = "", subcodeKey }: Spelling,
  wordKey: string,
): PackDialect {
  return { name, codeKey, companionKey, messageKey, subcodeKey: subcodeKey || wordKey, numbers: "other", only: "body" };
}
