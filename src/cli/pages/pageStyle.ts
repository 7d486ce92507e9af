/** The one sheet of the pages: readable by itself, light and dark. */
export const pageStyle =
  ":root{color-scheme:light dark;--line:light-dark(#d8d8d8,#444);--soft:light-dark(#595959,#b0b0b0);--link:light-dark(#0050b3,#8ab8ff)}" +
  "html{background:light-dark(#fff,#1a1a1a);color:light-dark(#1a1a1a,#f0f0f0)}" +
  "body{max-width:44rem;margin:0 auto;padding:1rem;font:1rem/1.6 system-ui,sans-serif;overflow-wrap:anywhere}" +
  "header{display:flex;gap:1rem;justify-content:space-between;color:var(--soft);font-size:.875rem}header p{margin:0}" +
  "header a{white-space:nowrap}a{color:var(--link)}h1{font-size:1.6rem;line-height:1.3}" +
  "h1 span{display:block;color:var(--soft);font-size:1rem;font-weight:400}h2{margin:2rem 0 .5rem;font-size:1.15rem}h3{font-size:1rem}" +
  "dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}dt{color:var(--soft)}dd{margin:0}" +
  "blockquote{margin:0;padding:.25rem 1rem;border:1px solid var(--line);border-radius:8px}figure{margin:0 0 1rem}" +
  "pre{margin:0 0 .25rem;padding:.75rem 1rem;border:1px solid var(--line);border-radius:8px;white-space:pre-wrap;font:.875rem/1.5 ui-monospace,monospace}" +
  "figcaption{color:var(--soft);font-size:.875rem}.codes{display:grid;grid-template-columns:repeat(auto-fill,minmax(16rem,1fr));padding:0;list-style:none}" +
  "li[aria-current]{font-weight:600}li a,header a{display:inline-block;min-height:24px}";
