import { importsOf } from "./importsOf.js";
import type { Sources } from "./Sources.js";

/** No file reaches itself by its imports, types included. */
export function noCircles(sources: Sources): readonly string[] {
  const files = new Map(Object.entries(sources).map(([path, source]) => [nameOf(path), importsOf(path, source)]));
  const settled = new Set<string>();
  const faults: string[] = [];
  const visit = (file: string, trail: readonly string[]): void => {
    // a language fetches its later words from a copy of itself
    if (trail.at(-1) === file) return;
    if (trail.includes(file)) faults.push([...trail.slice(trail.indexOf(file)), file].join(" > "));
    if (trail.includes(file) || settled.has(file)) return;
    for (const target of files.get(file) ?? []) visit(target, [...trail, file]);
    settled.add(file);
  };
  for (const file of files.keys()) visit(file, []);
  return faults;
}

function nameOf(path: string): string {
  return `./${path.replace(/\.tsx?$/, "")}`;
}
