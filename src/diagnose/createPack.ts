import { createCatalog } from "../catalog/createCatalog.js";
import type { Catalog, Pack, PackDialect, Spelling } from "../model/Catalog.js";
import type { CodeRow } from "../model/CodeRow.js";
import { claimOf } from "./claimOf.js";
import { judgeAmong } from "./judgeAmong.js";
import { createSay } from "./packWords.js";

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
