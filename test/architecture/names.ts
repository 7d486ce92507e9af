import { exportsOf, parseSource } from "./parseSource.js";
import type { Sources } from "./Sources.js";

const forbidden = ["util", "utils", "helper", "helpers", "types", "common", "manager", "impl"];

/** No file, folder or export has a vague name, and no name is exported by two files. */
export function names(sources: Sources): readonly string[] {
  const owners = new Map<string, string>();
  return Object.entries(sources).flatMap(([path, source]) => {
    const given = exportsOf(parseSource(path, source)).map(({ name }) => name);
    const vague = [...path.split("/"), ...given].filter(isVague).map((name) => `${path}: "${name}" says nothing`);
    const twice = given
      .filter((name) => !isPerLanguage(path, name) && owners.has(name))
      .map((name) => `${path}: ${name} is exported by ${owners.get(name) ?? ""} too`);
    for (const name of given) owners.set(name, path);
    return [...vague, ...twice];
  });
}

/** Each language exports the same two names. */
function isPerLanguage(path: string, name: string): boolean {
  return path.startsWith("locales/") && ["default", "user", "later"].includes(name);
}

function isVague(name: string): boolean {
  const words = name.replace(/\.tsx?$/, "").split(/(?=[A-Z])|[-_.]/);
  return words.some((word) => forbidden.includes(word.toLowerCase()));
}
