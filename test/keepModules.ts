import type { Plugin } from "vite";

/** Lets a browser keep the modules that it has loaded for a file for the next ones too, instead of asking for all of them again. */
export function keepModules(): Plugin {
  return {
    name: "keep-modules",
    configureServer({ config, middlewares }) {
      // while files may change, nothing is kept
      if (config.server.watch !== null) return;
      middlewares.use((request, response, next) => {
        const set = response.setHeader.bind(response);
        if (/^\/(?:src|test|node_modules|examples)\//.test(request.url ?? ""))
          response.setHeader = (name, value) =>
            set(name, name.toLowerCase() === "cache-control" ? "max-age=3600, immutable" : value);
        next();
      });
    },
  };
}
