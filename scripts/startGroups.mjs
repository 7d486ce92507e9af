// Which modules of src a page needs at its start, and the few files of dist that they are built into.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** What an app imports at its start. */
const roots = [
  "src/components/notice/ErrorNotice.tsx",
  "src/components/prompt/ReauthPrompt.tsx",
  "src/react/TencentErrorProvider.tsx",
  "src/client/createTencentErrorClient.ts",
  "src/flows/popupReauth.ts",
  "src/integrations/query/attachTencentErrors.ts",
  "src/integrations/tencentRetry.ts",
];

/**
 * With a file each, a bundler cuts the start into many chunks by what is fetched later. Those without React are apart, since servers
 * import them too. "use client" stands in the entries.
 */
export const startGroups = [
  // before all others, since chunks are made when a module is loaded
  { name: "start/base", test: startsIn(/^base|^client.store/), priority: 6 },
  // apart, since Rolldown keeps what a file fetches also where an app uses nothing of it
  { name: "start/engine", test: startsIn(/lateEngine/), priority: 5 },
  { name: "start/popup", test: startsIn(/popupReauth/), priority: 4 },
  { name: "start/core", test: startsIn(/^(?!react|components|integrations)/), priority: 3 },
  { name: "start/query", test: startsIn(/^integrations/), priority: 2 },
  { name: "start/components", test: startsIn(/^(?:react|components)/), priority: 1 },
];

/** What is fetched later, and what of it an entry gives as well. */
const laterUsers = /^src\/(?:react\/copyReport|components\/notice\/FullNotice|components\/prompt\/)/;
const shared =
  /^src\/(?:privacy\/|support\/ticketDraft|react\/use(?:TencentError|Retry|Healed|Reauth)\.|components\/ticket\/LazyTicketDialog)/;

/**
 * Later code gets copies of its own of what an entry gives too: esbuild makes a file eager that an eager file names, though the app
 * uses nothing of it.
 * @returns {import("vite").Plugin}
 */
export function laterCopies() {
  const mark = "?later";
  return {
    name: "te-later-copies",
    enforce: "pre",
    apply: (config, { command }) => command === "build" && Boolean(config.build?.lib),
    async resolveId(source, importer = "") {
      const from = importer.replace(mark, "");
      const isLater = importer.endsWith(mark) || laterUsers.test(relative(".", from));
      if (!isLater || !source.startsWith(".")) return undefined;
      const found = await this.resolve(source, from, { skipSelf: true });
      const path = found === null ? "" : relative(".", found.id);
      return shared.test(path) && !isAtStart(path) ? `${found?.id ?? ""}${mark}` : found;
    },
    load: (id) =>
      id.endsWith(mark) ? { code: readFileSync(id.replace(mark, ""), "utf8"), moduleType: "tsx" } : undefined,
  };
}

/** @type {ReadonlySet<string> | undefined} */
let modules;

/** @param {string} path */
function isAtStart(path) {
  return (modules ??= startModules()).has(path);
}

/**
 * @param {RegExp} folders
 * @returns {(id: string) => boolean}
 */
function startsIn(folders) {
  return (id) => isAtStart(relative(".", id)) && folders.test(relative("src", id));
}

/** What the roots reach without `import()`. */
function startModules() {
  const found = new Set(roots);
  for (const path of found) for (const imported of importsOf(path)) found.add(imported);
  return found;
}

/** @param {string} path */
function importsOf(path) {
  const source = readFileSync(path, "utf8");
  // neither types nor `import()`
  const statements = source.matchAll(/^(?:import|export)(?! type\b)[^;'"()]*?from "(\.[^"]+)\.js";/gm);
  return [...statements].map(([, to = ""]) => {
    const target = join(dirname(path), to);
    return existsSync(`${target}.ts`) ? `${target}.ts` : `${target}.tsx`;
  });
}
