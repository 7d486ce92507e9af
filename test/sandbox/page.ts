import { html } from "hono/html";

type Html = ReturnType<typeof html>;

/** The frame around each page that a person sees at the sandbox. */
export function page(title: string, content: Html): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>
  :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
  body { max-inline-size: 26rem; margin: 2rem auto; padding-inline: 1rem; }
  h1 { font-size: 1.25rem; }
  form { display: grid; gap: .75rem; }
  button { font: inherit; padding: .75rem 1rem; text-align: start; border: 1px solid; border-radius: .5rem; cursor: pointer; }
  small { display: block; }
</style>
</head>
<body><main>${content}</main></body>
</html>
`;
}
