import type { Plugin } from "vite";

/** `/flaky-chunk.js?is=<module>&fails=2`: a chunk that the server refuses twice, and then serves. */
export function flakyChunk(): Plugin {
  const asked = new Map<string, number>();
  return {
    name: "flaky-chunk",
    configureServer({ middlewares }) {
      middlewares.use("/flaky-chunk.js", (request, response) => {
        const { searchParams, search } = new URL(request.originalUrl ?? "", "http://localhost");
        const count = (asked.get(search) ?? 0) + 1;
        asked.set(search, count);
        response.setHeader("cache-control", "no-store");
        if (count <= Number(searchParams.get("fails"))) response.writeHead(503).end();
        else
          response
            .setHeader("content-type", "text/javascript")
            .end(`export { default } from ${JSON.stringify(searchParams.get("is"))};`);
      });
    },
  };
}
