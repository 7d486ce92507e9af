// Which modules of src a page needs at its start. The build puts them into few files, apart from what is fetched later.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

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

/** What these reach without `import()`. */
export const startModules = reached();

/** @returns {ReadonlySet<string>} */
function reached() {
  const found = new Set(roots);
  for (const path of found) for (const imported of importsOf(path)) found.add(imported);
  return found;
}

/** @param {string} path */
function importsOf(path) {
  const source = readFileSync(path, "utf8");
  // neither types nor `import()`
  return [...source.matchAll(/^(?:import|export)(?! type\b)[^;'"()]*?from "(\.[^"]+)\.js";/gm)].map(([, to = ""]) =>
    existing(join(dirname(path), to)),
  );
}

/** @param {string} path */
function existing(path) {
  for (const ending of [".ts", ".tsx"])
    try {
      readFileSync(path + ending);
      return path + ending;
    } catch {
      // the other ending
    }
  throw new Error(`${path} is imported and not there.`);
}
