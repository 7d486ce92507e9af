declare const process: { readonly env: { readonly NODE_ENV?: string } };

/** Enough looks to see a theme being switched; colours that are valid then stay valid. */
let looks = 20;

/** Warns in development, once a page, of `--te-…` variables that are no colours: the browser would drop them silently. */
export function warnOfColors(): void {
  try {
    if (process.env.NODE_ENV !== "production" && looks > 0) look();
  } catch {
    // an unbundled page has no `process`, and jsdom no colours
  }
}

function look(): void {
  looks -= 1;
  const shown = document.querySelector("dialog[open][data-part], [data-part=notice]") ?? document.documentElement;
  const style = getComputedStyle(shown);
  const roles =
    "bg fg muted border control-border primary on-primary danger danger-bg warning warning-bg info info-bg success focus backdrop";
  const wrong = roles.split(" ").flatMap((role) => {
    const value = style.getPropertyValue(`--te-color-${role}`).trim();
    return value === "" || CSS.supports("color", value) ? [] : [`--te-color-${role} is "${value}"`];
  });
  if (wrong.length === 0) return;
  looks = 0;
  // eslint-disable-next-line no-console -- for developers, whose page may look right
  console.warn(
    `[tencent-error-kit] No colour: ${wrong.join(", ")}. What uses it is drawn transparent or not at all. Give a whole colour: ` +
      "shadcn/ui on Tailwind 3 needs the kit's bridges/shadcn-hsl.css.",
  );
}
