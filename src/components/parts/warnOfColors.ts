declare const process: { readonly env: { readonly NODE_ENV?: string } };

/** As many looks as find a theme that is switched; what is right then stays right. */
let looks = 20;

/** Says in development, once a page, which colours of what is shown are none: they would be drawn as nothing at all. */
export function warnOfColors(): void {
  try {
    if (process.env.NODE_ENV !== "production" && looks > 0) look();
  } catch {
    // a page that was not bundled has no `process`, and a simulated one no colours
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
  // eslint-disable-next-line no-console -- for developers, who see the page as it should be
  console.warn(
    `[tencent-error-kit] No colour: ${wrong.join(", ")}. What uses it is drawn transparent or not at all. Give a whole colour: ` +
      "shadcn/ui on Tailwind 3 needs the kit's bridges/shadcn-hsl.css.",
  );
}
