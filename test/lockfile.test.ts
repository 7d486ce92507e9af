import { expect, test } from "vitest";
import { readSource } from "./mutants/readSource.js";

interface Entry {
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly version?: string;
}

const lockfile = JSON.parse(readSource("package-lock.json")) as {
  readonly packages: Readonly<Record<string, Entry>>;
};
const own = new Set(["", "test/oldest"]);
const entries = Object.entries(lockfile.packages).filter(([path, { link }]) => !own.has(path) && link !== true);

test(
  "T50: everything that is installed is held to a hash, and nothing comes from an address of its own",
  { tags: ["T50"] },
  () => {
    expect(entries.length).toBeGreaterThan(300);
    expect(entries.filter(([, { integrity }]) => !/^sha512-/.test(integrity ?? "")).map(([path]) => path)).toEqual([]);
    expect(entries.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
  },
);
