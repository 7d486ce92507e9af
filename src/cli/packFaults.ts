import { findDialect } from "../catalog/dialects.js";
import type { Pack } from "../model/Catalog.js";
import { textRule, userRule } from "./localeFaults.js";

/** What a sound pack still lacks, as `rule: place`. Empty when nothing. */
export function packFaults(pack: Pack): string[] {
  const { name, rows, words = {}, dialects = [], hosts = [], paths = [] } = pack;
  const reasons = rows.map(({ reason }) => reason);
  const isTold = [...dialects, ...hosts, ...paths].length > 0 || findDialect(name) !== undefined;
  return [
    ...(isTold ? [] : [`unclaimed: ${name}`]),
    ...dialects.flatMap((dialect) => (hasPlace(pack) ? [] : dialectRule(dialect))),
    ...reasons.filter((reason, at) => reasons.indexOf(reason) !== at).map((reason) => `same reason: ${reason}`),
    ...rows
      .filter(
        ({ category, remedies }) =>
          category === "reauth" && !remedies.some((remedy) => remedy === "reauthorize" || remedy === "signIn"),
      )
      .map(({ reason }) => `no way back: ${reason}`),
    ...(Object.keys(words).length === 0 ? [`no words: ${name}`] : []),
    ...Object.entries(words).flatMap(([tag, language]) => languageRule(tag, language, new Set(reasons))),
  ];
}

function hasPlace({ hosts = [], paths = [] }: Pack): boolean {
  return hosts.length + paths.length > 0;
}

/** Without a place, its keys alone tell a service: one that others use too needs a companion. */
function dialectRule(dialect: NonNullable<Pack["dialects"]>[number]): string[] {
  if (typeof dialect === "string") return findDialect(dialect) === undefined ? [`unknown dialect: ${dialect}`] : [];
  const { name, codeKey, companionKey = "" } = dialect;
  return /^(?:code|ret|error|errcode)$/i.test(codeKey) && companionKey === "" ? [`broad: ${name}.${codeKey}`] : [];
}

function languageRule(tag: string, language: unknown, reasons: ReadonlySet<string>): string[] {
  const { user = {}, developer = {} } = language as { readonly user?: object; readonly developer?: object };
  const textsOf = (audience: string, part: object): (readonly [string, string])[] =>
    Object.entries(part).flatMap(([reason, texts]) =>
      Object.entries(Object(texts) as object).map(
        ([key, text]) => [`${tag}.${audience}.${reason}.${key}`, String(text)] as const,
      ),
    );
  const said = { ...user, ...developer };
  const isForDevelopers = Object.keys(developer).length > 0;
  return [
    ...Object.keys(said)
      .filter((reason) => !reasons.has(reason))
      .map((reason) => `no row: ${tag}.${reason}`),
    ...[...reasons]
      .filter((reason) => isForDevelopers && !(reason in developer))
      .map((reason) => `untold: ${tag}.developer.${reason}`),
    ...[...textsOf("user", user), ...textsOf("developer", developer)].flatMap(([place, text]) => textRule(place, text)),
    ...textsOf("user", user).flatMap(([place, text]) => userRule(`words.${place}`, text)),
  ];
}
