import type { Plugin } from "vite";

const page = "tencent-callback.html";

/** What the return page is sent with. Your own server or CDN sends them too. */
export const callbackHeaders: Readonly<Record<string, string>> = {
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; " +
    "object-src 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  "Referrer-Policy": "no-referrer",
  "Cache-Control": "no-store",
  "X-Content-Type-Options": "nosniff",
};

/** Builds the return page of a sign-in with QQ beside the app, and sends its headers in `vite preview`. */
export function tencentCallback(): Plugin {
  return {
    name: "tencent-callback",
    config: ({ build }) => {
      const input = inputBeside(build?.rollupOptions?.input);
      // the page asks for no polyfill: its policy would refuse an inline script
      return { build: { modulePreload: build?.modulePreload ?? { polyfill: false }, rollupOptions: { input } } };
    },
    configurePreviewServer({ middlewares }) {
      middlewares.use(`/${page}`, (_request, response, next) => {
        for (const [name, value] of Object.entries(callbackHeaders)) response.setHeader(name, value);
        next();
      });
    },
  };
}

/** In the shape that Vite joins with what the app has. */
function inputBeside(given: unknown): string[] | Record<string, string> {
  if (given === undefined) return ["index.html", page];
  return typeof given === "string" || Array.isArray(given) ? [page] : { tencentCallback: page };
}
