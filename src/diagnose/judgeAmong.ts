import { attempt, readString } from "../base/safely.js";
import type { Catalog, CatalogOf, ClaimedCall } from "../model/Catalog.js";
import type { Diagnosis } from "../model/Diagnosis.js";
import { maskFailure, originalOf } from "../privacy/maskFailure.js";
import { classify } from "./classify.js";
import { usesTableNumbers } from "./judge.js";
import { isOfVendor } from "./matchDialect.js";

declare const process: { readonly env: { readonly NODE_ENV?: string } };
declare const console: { warn(text: string): void };

/**
 * Looks a failure up in the catalog that the app says, else in the one that most speaks for, the first of the list among equals. What
 * a pack says is marked with its name, so that two services' failures are two troubles, also after they were read again.
 */
export function judgeAmong(
  call: ClaimedCall,
  catalogs: readonly Catalog[],
  catalogOf: CatalogOf | undefined,
): Diagnosis {
  const { failure, url } = call;
  let chosen: Catalog | undefined;
  let most = 0;
  for (const catalog of catalogs) {
    const claim =
      catalog.claims?.(call) ?? (usesTableNumbers(failure.dialect) ? 1 : isRelayed(call) ? relayedClaim : 0);
    try {
      if (process.env.NODE_ENV !== "production" && claim > 0 && claim === most) warnOfTwo(chosen, catalog, call);
    } catch {
      // an unbundled page has no `process`
    }
    if (claim > most) [chosen, most] = [catalog, claim];
  }
  const said = attempt(() => catalogOf?.({ ...failure, url: url ?? failure.path }));
  const { name, claims } = (chosen = said ?? chosen) ?? {};
  const found = originalOf(failure);
  if (!claims)
    return classify(
      most === relayedClaim ? maskFailure({ ...found, dialect: "envelope", confidence: "heuristic" }) : failure,
      chosen,
    );
  // of packs that spell alike the first one's dialect was read, which may know no words at the code's place
  const word = found.code === null && call.match ? readString(call.body, call.match.dialect.codeKey) : undefined;
  const subcode = found.subcode ?? word;
  const diagnosis = classify(
    maskFailure({ ...found, ...(subcode !== undefined && { subcode }), catalog: name }),
    chosen,
  );
  return { ...diagnosis, fingerprint: `${name}:${diagnosis.fingerprint}` };
}

/** Less than any pack claims. */
const relayedClaim = 0.1;

/** Whether a server relays a number of the vendor's in keys that a pack of another place has too, so that they were read as the pack's. */
function isRelayed({ failure: { code, httpStatus = 0 }, match }: ClaimedCall): boolean {
  return (
    httpStatus >= 400 && isOfVendor(code) && /^(?:code|err(?:Code|or_code|no))$/.test(match?.dialect.codeKey ?? "")
  );
}

const warned = new Set<string>();

/** Says once for two catalogs that the first of them was taken. */
function warnOfTwo(first: Catalog | undefined, second: Catalog, { failure, url }: ClaimedCall): void {
  const both = [first, second].map((catalog) => `"${catalog?.name ?? "tencent"}"`).join(" and ");
  if (warned.has(both)) return;
  warned.add(both);
  const { dialect, path = "not known" } = failure;
  const address = url?.replace(/[?#].*/s, "") ?? path;
  console.warn(
    `[tencent-error-kit] The catalogs ${both} both claim a call (dialect ${dialect}, address ${address}), so the first of the list ` +
      "was taken, and its words may be wrong. Give them hosts or paths, or say which it is by catalogOf.",
  );
}
