import type { Plugin } from "vite";
import { codeTable } from "../src/cli/publicData.js";

const entry = "tencent-error-kit/codes.json";
const id = "\0codes";

/** The entry `codes.json` as a build would make it, so that stories need no build. */
export function codesJson(): Plugin {
  return {
    name: "codes-json",
    enforce: "pre",
    resolveId: (source) => (source === entry ? id : undefined),
    load: (path) => (path === id ? `export default ${JSON.stringify(codeTable())}` : undefined),
  };
}
