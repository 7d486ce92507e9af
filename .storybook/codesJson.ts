import type { Plugin } from "vite";
import { codeTable } from "../src/cli/codeTable.js";

const door = "tencent-error-kit/codes.json";
const id = "\0codes";

/** The door `codes.json` as the next build will make it: no story waits for one. */
export function codesJson(): Plugin {
  return {
    name: "codes-json",
    enforce: "pre",
    resolveId: (source) => (source === door ? id : undefined),
    load: (path) => (path === id ? `export default ${JSON.stringify(codeTable())}` : undefined),
  };
}
