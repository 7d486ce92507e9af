import { build } from "esbuild";
import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

const html = `<!doctype html>
<html lang="zh">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>QQ</title>
<link rel="stylesheet" href="./tencent-callback.css">
<body><script type="module" src="./tencent-callback.js"></script></body>
</html>
`;

const css = readFileSync(new URL("../docs/recipes/tencentCallback.css", import.meta.url));

/** The page that the sign-in comes back to, as an app would serve it: at its own origin, with nothing else on it. */
export function callbackPage(): Plugin {
  return {
    name: "callback-page",
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const path = (request.url ?? "").split("?")[0];
        if (path === "/tencent-callback.html") response.setHeader("content-type", "text/html; charset=utf-8").end(html);
        else if (path === "/tencent-callback.css") response.setHeader("content-type", "text/css").end(css);
        else if (path !== "/tencent-callback.js") next();
        else void script().then((code) => response.setHeader("content-type", "text/javascript").end(code), next);
      });
    },
    async generateBundle() {
      this.emitFile({ type: "asset", fileName: "tencent-callback.html", source: html });
      this.emitFile({ type: "asset", fileName: "tencent-callback.css", source: css });
      this.emitFile({ type: "asset", fileName: "tencent-callback.js", source: await script() });
    },
  };
}

async function script(): Promise<string> {
  const contents = 'import { handleCallback } from "./src/callback.ts"; handleCallback();';
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd() },
    bundle: true,
    format: "esm",
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}
