// Which modules of src a page needs at its start, and the few files of dist that they are built into.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** What an app imports at its start that shows failures alone. */
const noticeRoots = ["src/components/notice/ErrorNotice.tsx", "src/react/TencentErrorProvider.tsx"];

/** What an app imports at its start. */
const roots = [
  ...noticeRoots,
  "src/components/prompt/ReauthPrompt.tsx",
  "src/client/createTencentErrorClient.ts",
  "src/flows/popupReauth.ts",
  "src/integrations/query/attachTencentErrors.ts",
  "src/integrations/tencentRetry.ts",
];

/**
 * With a file each, a bundler cuts the start into many chunks by what is fetched later. Those without React are apart, since servers
 * import them too, and first what a page of notices alone needs. "use client" stands in the entries.
 */
export const startGroups = [
  // before all others, since chunks are made when a module is loaded
  { name: "start/base", test: startsIn(/^(?:base|i18n.Locale|client.(?:store|libraryWaits))/), priority: 6 },
  // apart, since Rolldown keeps what a file fetches also where an app uses nothing of it
  { name: "start/engine", test: startsIn(/lateEngine/), priority: 5 },
  { name: "start/popup", test: startsIn(/popupReauth/), priority: 4 },
  { name: "start/words", test: startsIn(/^(?!react|components|integrations)/, noticeRoots), priority: 3 },
  { name: "start/core", test: startsIn(/^(?!react|components|integrations)/), priority: 2 },
  // apart, since SWR retries alike in apps that have no TanStack Query
  { name: "start/retry", test: startsIn(/^integrations.(?!query)/), priority: 1 },
  { name: "start/query", test: startsIn(/^integrations.query/), priority: 1 },
  { name: "start/components", test: startsIn(/^(?:react|components)/), priority: 0 },
];

/** What is fetched later, and what of it an entry gives as well. */
const laterUsers = /^src\/(?:react\/copyReport|components\/notice\/FullNotice|components\/prompt\/)/;
const shared =
  /^src\/(?:privacy\/|support\/ticketDraft|react\/(?:use(?:TencentError|CallLife|Surroundings|Reauth)|callRetry|healedCall)\.|components\/ticket\/LazyTicketDialog)/;
/** Pure, and little of it is needed at the start: later code has a copy, so that a page doesn't hold both parts from there on. */
const pure = /^src\/(?:oauth\/authorizeUrl|base\/accountId|diagnose\/readSession|react\/pageBody)\./;
/** Has copies of all that it uses: else Rolldown would give pages a chunk of what it shares with their start. */
const loner = "src/i18n/validateLocale.ts";

/**
 * Later code gets copies of its own of what an entry gives too: esbuild makes a file eager that an eager file names, though the app
 * uses nothing of it. A language fetches its later words from a copy of itself.
 * @returns {import("vite").Plugin}
 */
export function laterCopies() {
  const mark = "?later";
  return {
    name: "te-later-copies",
    enforce: "pre",
    apply: (config, { command }) => command === "build" && Boolean(config.build?.lib),
    async resolveId(source, importer = "") {
      const id = importer.replace(mark, "");
      const from = relative(".", id);
      if (!source.startsWith(".")) return undefined;
      const isUser = importer.endsWith(mark) || laterUsers.test(from);
      const found = await this.resolve(source, id, { skipSelf: true });
      const path = found === null ? "" : relative(".", found.id);
      const isCopied = from.startsWith("src/locales/")
        ? path === from
        : from === loner ||
          (pure.test(path) && (isUser || !isAtStart(from))) ||
          (isUser && shared.test(path) && !isAtStart(path));
      return isCopied ? `${found?.id ?? ""}${mark}` : found;
    },
    load: (id) =>
      id.endsWith(mark) ? { code: readFileSync(id.replace(mark, ""), "utf8"), moduleType: "tsx" } : undefined,
  };
}

/**
 * Where a chunk of dist is: the later words of the languages have a folder of their own.
 * @param {{ facadeModuleId?: string | null | undefined }} chunk
 */
export function chunkFileNames({ facadeModuleId }) {
  return /\/locales\/[^/]*$/.test(facadeModuleId ?? "") ? "words/[name].js" : "[name].js";
}

/** @type {Map<readonly string[], ReadonlySet<string>>} */
const reached = new Map();

/**
 * @param {string} path
 * @param {readonly string[]} from
 */
function isAtStart(path, from = roots) {
  const modules = reached.get(from) ?? modulesFrom(from);
  reached.set(from, modules);
  return modules.has(path);
}

/**
 * @param {RegExp} folders
 * @param {readonly string[]} [from]
 * @returns {(id: string) => boolean}
 */
function startsIn(folders, from) {
  return (id) => isAtStart(relative(".", id), from) && folders.test(relative("src", id));
}

/**
 * What these reach without `import()`.
 * @param {readonly string[]} from
 */
function modulesFrom(from) {
  const found = new Set(from);
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
