import { type Chunk, createChunk } from "../base/chunk.js";
import { read, readString } from "../base/safely.js";
import type { LoadPackLanguage, Pack, PackLanguage } from "../model/Catalog.js";
import type { CodeRow } from "../model/CodeRow.js";

/** What a pack's rows say: of each reason, in the language that is nearest to a tag. A language that is fetched comes with `onCome`. */
export function createSay(words: NonNullable<Pack["words"]>): (reason: string) => CodeRow["say"] {
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
