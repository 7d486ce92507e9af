// npm run update:api, or node scripts/llms.mjs: llms.txt and llms-full.txt from the skill and the pages of the package; what the documents say of sizes.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { withSizes, withSizeTable } from "./sizeTexts.mjs";

const root = new URL("..", import.meta.url);
/** Where the files of the published package are read. */
const published = "https://unpkg.com/tencent-error-kit";

/** The pages of the package, in the order in which they help. @type {readonly (readonly [path: string, about: string])[]} */
const pages = [
  ["README.md", "what it does and does not do, the whole set-up, what it costs"],
  [
    "docs/recipes/apps.md",
    "axios, Umi Max, routers and their loaders, Next.js, forms, a sign-in page of your own, toasts, Jest, TypeScript, Sentry, browsers inside apps",
  ],
  ["docs/recipes/callback.md", "the return page of a sign-in, and its headers"],
  [
    "docs/recipes/exchange.md",
    "the server's part: a code becomes a session; a server that takes the code itself; whose page it is",
  ],
  ["docs/recipes/migrating.md", "from axios-auth-refresh, from a toast in an interceptor"],
  ["docs/recipes/packs.md", "tables of other services: packs, words, several in one client"],
  ["docs/recipes/renewing.md", "a new session before a person is asked"],
  ["docs/recipes/layers.md", "one word for each data layer, and what a notice sends again by itself"],
  ["docs/recipes/why-not.md", "what other libraries do better, and what they leave open"],
  ["SECURITY.md", "what is promised, and how it is checked"],
];

/** The types of these entries are in llms-full.txt. */
const types = ["core", "index", "query", "fetch", "axios", "umi", "swr", "callback", "testing"];

/** What each generated file has in it. @returns {Record<string, string>} */
export function generated() {
  const skill = read("skills/tencent-error-kit/SKILL.md").replace(/^---\n[\s\S]*?\n---\n+# .*\n+/, "");
  /** @type {readonly import("./sizeTexts.mjs").Budget[]} */
  const budgets = JSON.parse(read("scripts/sizes.json"));
  const { description } = JSON.parse(read("package.json"));
  const head = `# tencent-error-kit\n\n> ${description} Not made or endorsed by Tencent. No runtime dependency. ESM, TypeScript, React 18.2 and 19.\n\n`;
  const links = pages.map(([path, about]) => `- [${path}](${published}/${path}): ${about}`).join("\n");
  const texts = pages
    .map(([path]) => `\n\n---\n\nFile: ${path}\n\n${withSizes(read(path), budgets, "en").trim()}`)
    .join("");
  const reports = types.map((name) => `\n\n---\n\nTypes of the entry ${name}\n\n${typesOf(name)}`).join("");
  const english = ["README.md", "docs/recipes/why-not.md"].map((path) => [path, withSizes(read(path), budgets, "en")]);
  const chinese = ["README.zh-CN.md", "docs/recipes/why-not.zh-CN.md"].map((path) => [
    path,
    withSizes(read(path), budgets, "zh-CN"),
  ]);
  const short = `${head}${skill.trim()}\n\n## Pages\n\n${links}\n- [llms-full.txt](${published}/llms-full.txt): all of these pages, and the public types\n`;
  return {
    "llms.txt": short,
    "llms-full.txt": `${head}${skill.trim()}${texts}${reports}\n`,
    ...Object.fromEntries([...english, ...chinese]),
    "docs/performance.md": withSizeTable(read("docs/performance.md"), budgets),
  };
}

/** @param {string} entry */
function typesOf(entry) {
  const report = read(`docs/api/${entry}.api.md`).replaceAll("\r", "");
  const types = /```ts\n[\s\S]*?\n```/.exec(report)?.[0];
  if (types === undefined) throw new Error(`docs/api has no types of ${entry}.`);
  return types.replaceAll("\n\n", "\n");
}

/** @param {string} path */
function read(path) {
  return readFileSync(new URL(path, root), "utf8");
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [path, text] of Object.entries(generated())) writeFileSync(new URL(path, root), text);
