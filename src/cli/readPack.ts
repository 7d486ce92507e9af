import { attempt, read } from "../base/safely.js";
import { findDialect } from "../catalog/dialects.js";
import { defineCatalog } from "../diagnose/defineCatalog.js";
import type { Catalog, Pack, PackLanguage } from "../model/Catalog.js";
import type { CommandIo } from "./CommandIo.js";

/** Whether a value is a pack, or was made of one by `defineCatalog`. */
export function isPack(found: unknown): found is Pack | Catalog {
  return Array.isArray(read(found, "rows"));
}

/** What a catalog was defined by, or the definition itself, with all of its words fetched. */
export async function wholePack(found: Pack | Catalog): Promise<Pack> {
  const { name = "", rows } = found;
  const { words, ...pack } = ("pack" in found ? found.pack : (found as Pack)) ?? { name, rows };
  if (words === undefined) return pack;
  const languages = Object.entries(words).map(async ([tag, given]): Promise<[string, PackLanguage]> => {
    const language = typeof given === "function" ? await given() : given;
    return [tag, "default" in language ? language.default : language];
  });
  return { ...pack, words: Object.fromEntries(await Promise.all(languages)) };
}

/** The pack in a file. @throws TypeError when there is none, or it is refused. */
export async function readPack(path: string, io: CommandIo): Promise<Catalog> {
  const found = await readModule(path, io);
  if (!isPack(found)) throw new TypeError(`${path} has no pack: no value with rows, by export default or by name.`);
  return defineCatalog(await wholePack(found));
}

/** What a file holds: JSON, or what a module exports. @throws TypeError */
export async function readModule(path: string, io: CommandIo): Promise<unknown> {
  if (path.endsWith(".json")) {
    const text = await io.read(path);
    const found: unknown = attempt(() => JSON.parse(text.replace(/^\ufeff/, "")) as unknown);
    if (found === undefined) throw new TypeError(`${path} is not JSON.`);
    return found;
  }
  if (!/\.[cm]?[jt]s$/.test(path)) throw new TypeError(`${path} is no .json, .js, .mjs or .ts file.`);
  return io.load(path);
}

/** The answer that brings a code of a pack, as its service spells it. */
export function packBody({ pack, dialects, name = "" }: Catalog, code: number | string): object {
  const [own] = pack?.dialects ?? [];
  const keys = dialects?.[0] ?? findDialect(typeof own === "string" ? own : name);
  if (keys === undefined) return typeof code === "number" ? { ret: code, msg: "" } : { Code: code, Message: "" };
  const { codeKey, companionKey, messageKey } = keys;
  return Object.fromEntries(
    [messageKey, companionKey, codeKey].flatMap((key) => (key === "" ? [] : [[key, key === codeKey ? code : ""]])),
  );
}
