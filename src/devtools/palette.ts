/** The colours of the panel. */
export interface Palette {
  readonly scheme: "light" | "dark";
  readonly bg: string;
  readonly fg: string;
  readonly muted: string;
  readonly line: string;
  readonly accent: string;
  readonly tint: string;
}

// prettier-ignore
const light: Palette = { scheme: "light", bg: "#fff", fg: "#1c2024", muted: "#5f666f", line: "#d5d9de", accent: "#0b5fd6", tint: "#f1f6fe" };
// prettier-ignore
const dark: Palette = { scheme: "dark", bg: "#191b1f", fg: "#eceef1", muted: "#a5acb6", line: "#343941", accent: "#6ea8ff", tint: "#18222f" };

/** Light or dark as what is behind the panel: the shell hands its theme to no element. */
export function paletteBehind(element: Element | null): Palette {
  for (let at = element; at !== null; at = at.parentElement) {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (getComputedStyle(at).backgroundColor.match(/[\d.]+/g) ?? []).map(
      Number,
    );
    if (alpha > 0.5) return red + green + blue < 384 ? dark : light;
  }
  return light;
}

/** Until the panel is on a page. */
export const firstPalette: Palette = light;
