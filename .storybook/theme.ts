import { create, type ThemeVars } from "storybook/theming";

/** By day or by night. */
export type Scheme = "light" | "dark";

/** The roles of src/styles/tokens.css that a frame needs. A test holds both to the same values. */
const roles = {
  light: { bg: "#fff", page: "#f6f7f9", fg: "#1c2024", muted: "#5f666f", border: "#d5d9de", primary: "#0b5fd6" },
  dark: { bg: "#191b1f", page: "#111317", fg: "#eceef1", muted: "#a5acb6", border: "#343941", primary: "#6ea8ff" },
} as const;

const font = 'system-ui, "Noto Sans", "Noto Sans CJK SC", sans-serif';

/** The colours of Storybook's own frame and of its pages of documentation. */
export const themes: Readonly<Record<Scheme, ThemeVars>> = { light: themeOf("light"), dark: themeOf("dark") };

/** The scheme that the toolbar's choice means. */
export function schemeOf(theme: unknown): Scheme {
  if (theme !== "auto") return theme === "dark" ? "dark" : "light";
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

function themeOf(base: Scheme): ThemeVars {
  const { bg, page, fg, muted, border, primary } = roles[base];
  return create({
    base,
    brandTitle: "tencent-error-kit",
    brandUrl: "./",
    brandTarget: "_self",
    brandImage: `./logo-${base}.svg`,
    fontBase: font,
    fontCode: "ui-monospace, Consolas, monospace",
    colorPrimary: primary,
    colorSecondary: primary,
    appBg: page,
    appContentBg: bg,
    appPreviewBg: page,
    appBorderColor: border,
    appBorderRadius: 8,
    textColor: fg,
    textInverseColor: bg,
    textMutedColor: muted,
    barBg: bg,
    barTextColor: muted,
    barHoverColor: primary,
    barSelectedColor: primary,
    inputBg: bg,
    inputBorder: border,
    inputTextColor: fg,
    inputBorderRadius: 6,
  });
}
