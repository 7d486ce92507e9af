import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { beforeAll, describe, expect, test } from "vitest";
import { hosts } from "../scripts/hosts/hosts.mjs";
import kit from "../package.json" with { type: "json" };

/** An example's place and its code. */
type Examples = Readonly<Record<string, string>>;

const root = fileURLToPath(new URL("..", import.meta.url));

/** What every app has of its own. */
const prelude = `
declare const api: { post(path: string, body: unknown, config?: object): Promise<{ accountId?: string }> };
declare module "*.css";
declare function openYourSession(openid: string): Promise<{ readonly accountId: string; readonly cookie: string }>;
declare const process: { readonly env: Readonly<Record<string, string | undefined>> };
`;

const written: Examples = Object.assign(
  {},
  ...[
    "README.md",
    "README.zh-CN.md",
    ...filesIn("docs", /\.md$/),
    ...filesIn("stories", /\.mdx?$/),
    ...filesIn("src", /\.tsx?$/),
  ].map(examplesIn),
);

describe("the examples", () => {
  let faults: ReturnType<typeof check>;

  beforeAll(() => {
    const planted = 'import { ErrorNotise } from "tencent-error-kit";\nexport const Notice = ErrorNotise;\n';
    const inside = 'import { classify } from "tencent-error-kit/core/classify";\nexport const step = classify;\n';
    faults = check({ ...written, "a planted name": planted, "a way past the entry points": inside });
  }, 60_000);

  test("are in the pages that newcomers read first", () => {
    const places = Object.keys(written).map((place) => place.replace(/:\d+$/, ""));
    expect(places).toEqual(
      expect.arrayContaining([
        "README.md",
        "stories/pages/en/GettingStarted.md",
        "src/components/notice/ErrorNotice.tsx",
      ]),
    );
  });

  test.each(Object.keys(written))("%s compiles", (place) => {
    expect(faults[place]).toEqual([]);
  });

  test.each(Object.keys(written))("%s says what it posts, and takes no refusal for a success", (place) => {
    const { [place]: code = "" } = written;
    const bodies = code.split("body: JSON.stringify(").length;
    expect(code.split(/"content-type": "application\/json"/i)).toHaveLength(bodies);
    expect(code).not.toMatch(/\(await fetch\([^;]*\)\.json\(\)/);
  });

  test("would not with a wrong name, or past the entry points", () => {
    expect(faults["a planted name"]).toEqual([expect.stringContaining("ErrorNotise")]);
    expect(faults["a way past the entry points"]).toEqual([expect.stringContaining("tencent-error-kit/core/classify")]);
  });
});

describe("the apps of examples/", () => {
  const apps = readdirSync(`${root}examples`).filter((name) => !/\.md$|-pack$/.test(name));

  test("are all played, and listed", () => {
    expect(Object.keys(hosts).sort()).toEqual(apps.sort());
    const told = readFileSync(`${root}examples/README.md`, "utf8");
    expect([...told.matchAll(/^\| `([\w-]+)`/gm)].map(([, name]) => name).sort()).toEqual(apps);
  });

  test.each(apps)("%s pins its packages, and imports the kit as an app does", (app) => {
    const manifest = JSON.parse(readFileSync(`${root}examples/${app}/package.json`, "utf8"));
    const { "tencent-error-kit": own, ...others } = { ...manifest.dependencies, ...manifest.devDependencies };
    expect(own).toBe(`^${kit.version}`);
    expect(Object.values(others)).toEqual(Object.values(others).map(() => expect.stringMatching(/^\d+\.\d+\.\d+$/)));
  });
});

function filesIn(folder: string, names: RegExp): string[] {
  return readdirSync(`${root}${folder}`, { recursive: true, encoding: "utf8" })
    .filter((path) => names.test(path))
    .map((path) => `${folder}/${path.replaceAll("\\", "/")}`);
}

/** The fenced blocks of TypeScript in a file, by the line that they begin at. In a module, those of its docstrings. */
function examplesIn(path: string): Examples {
  const text = readFileSync(`${root}${path}`, "utf8");
  const prose = /\.tsx?$/.test(path) ? text.replace(/^.*$/gm, (line) => /^\s*\* ?(.*)$/.exec(line)?.[1] ?? "") : text;
  const blocks = [...prose.matchAll(/^```tsx?\n(.*?)^```/gms)];
  return Object.fromEntries(
    blocks.map(({ 1: block = "", index }) => [`${path}:${String(prose.slice(0, index).split("\n").length)}`, block]),
  );
}

/** A recipe may import the module next to it; all others are at the root. */
function besides(place: string): string {
  return `${root}${/^docs\/(?:\w+\/)*/.exec(place)?.[0] ?? ""}`;
}

/** The compiler's errors for each of them, with an app's strict options and the kit installed. */
function check(examples: Examples): Readonly<Record<string, readonly string[]>> {
  const files = new Map(
    Object.entries(examples).map(([place, text], index) => [`${besides(place)}example-${String(index)}.tsx`, text]),
  );
  const preludeFile = `${root}example.d.ts`;
  const host = hostOf(new Map([...files, [preludeFile, prelude]]));
  const program = ts.createProgram([preludeFile, ...files.keys()], optionsOf(), host);
  const names = [...files.keys()];
  return Object.fromEntries(
    Object.keys(examples).map((place, index) => {
      const file = program.getSourceFile(names[index] ?? "");
      const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
      return [place, found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"))];
    }),
  );
}

function optionsOf(): ts.CompilerOptions {
  // each entry point of the package leads to its source
  const entries = Object.entries<string | { readonly types: string }>(kit.exports).flatMap(([entry, target]) => {
    const source =
      typeof target === "string" ? undefined : /^\.\/dist\/types\/(src\/.*)\.d\.ts$/.exec(target.types)?.[1];
    return source === undefined ? [] : [[entry.replace(".", kit.name), [`./${source}.ts`]]];
  });
  const compilerOptions = { paths: Object.fromEntries(entries), types: [], noUnusedLocals: false };
  const given = { extends: "./tsconfig.json", compilerOptions, files: [] };
  return ts.parseJsonConfigFileContent(given, ts.sys, root, undefined, `${root}examples.json`).options;
}

/** The disk, with some files that are not on it. */
function hostOf(files: ReadonlyMap<string, string>): ts.CompilerHost {
  const host = ts.createCompilerHost({}, true);
  return {
    ...host,
    fileExists: (path) => files.has(path) || host.fileExists(path),
    readFile: (path) => files.get(path) ?? host.readFile(path),
    getSourceFile(path, version, ...rest) {
      const text = files.get(path);
      return text === undefined
        ? host.getSourceFile(path, version, ...rest)
        : ts.createSourceFile(path, text, version, true);
    },
  };
}
