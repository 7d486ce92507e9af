/** The look of the pages that a person sees at the sandbox, by day and by night. */
export const pageStyle = `
  :root {
    color-scheme: light dark; font: 1rem/1.5 system-ui, "Noto Sans", "Noto Sans CJK SC", sans-serif;
    --page: light-dark(#eef1f5, #111317); --bg: light-dark(#fff, #191b1f); --fg: light-dark(#1c2024, #eceef1);
    --muted: light-dark(#5f666f, #a5acb6); --line: light-dark(#d5d9de, #343941); --edge: light-dark(#858d97, #6f7782);
    --blue: light-dark(#0b5fd6, #6ea8ff); --on: light-dark(#fff, #0c1424); --tint: light-dark(#f1f6fe, #18222f);
    --warn: light-dark(#8a5300, #f1b45c); --warn-bg: light-dark(#fdf6ea, #292117);
  }
  * { box-sizing: border-box; }
  body { margin: 0; min-block-size: 100dvh; display: grid; place-items: center; padding: 1.25rem; background: var(--page); color: var(--fg); }
  main { inline-size: 100%; max-inline-size: 27rem; overflow: clip; border: 1px solid var(--line); border-radius: 1rem; background: var(--bg); box-shadow: 0 12px 40px rgb(0 0 0 / 8%); }
  .sign { margin: 0; padding: .5rem 1.5rem; background: var(--warn-bg); color: var(--warn); font-size: .8125rem; text-align: center; }
  .body { display: grid; gap: 1.1rem; padding: 1.5rem; }
  h1, h2, p, ul, form { margin: 0; }
  h1 { font-size: 1.3rem; line-height: 1.3; }
  h2 { font-size: .8125rem; font-weight: 400; }
  h2, small, .asks { color: var(--muted); }
  .asks ul { display: grid; gap: .2rem; margin-block-start: .35rem; padding: 0; list-style: none; }
  .asks li { display: flex; flex-wrap: wrap; gap: 0 .6rem; color: var(--fg); }
  .asks li::before { content: "✓" / ""; color: var(--blue); }
  code { color: var(--muted); font: .8125rem/1.8 ui-monospace, Consolas, monospace; overflow-wrap: anywhere; }
  form, .choices { display: grid; gap: .6rem; }
  .choice { display: grid; grid-template-columns: auto minmax(0, 1fr) auto; gap: 0 .8rem; align-items: center; padding: .7rem .8rem; border: 1px solid var(--line); border-radius: .75rem; }
  .choice.plain { grid-template-columns: minmax(0, 1fr) auto; padding: 0; border: 0; }
  .face { display: grid; place-items: center; inline-size: 2.5rem; block-size: 2.5rem; border-radius: 50%; background: var(--blue); color: var(--on); font-weight: 600; }
  .another .face { background: var(--tint); color: var(--blue); }
  .who { display: grid; line-height: 1.35; }
  small { font-size: .8125rem; }
  button { font: inherit; font-size: .9375rem; min-block-size: 2.25rem; padding: .3rem .9rem; border: 1px solid var(--edge); border-radius: .5rem; background: none; color: inherit; cursor: pointer; }
  button:hover { border-color: var(--blue); color: var(--blue); }
  .allow button { border-color: var(--blue); background: var(--blue); color: var(--on); }
  .allow button:hover { color: var(--on); filter: brightness(1.08); }
  :focus-visible { outline: 2px solid var(--blue); outline-offset: 2px; }
  hr { inline-size: 100%; margin: .2rem 0 0; border: 0; border-block-start: 1px solid var(--line); }
  .fault { font-size: 1.0625rem; overflow-wrap: anywhere; }
  @media (pointer: coarse) { button { min-block-size: 2.75rem; } }
  @media (max-width: 22rem) { body { padding: .5rem; } .body { padding: 1rem; } .choice { gap: .4rem .6rem; } }
`;
