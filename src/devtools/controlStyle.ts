import type { CSSProperties } from "react";
import type { Palette } from "./palette.js";

/** The look of the panel's buttons and fields. */
export function controlStyle({ bg, fg, line }: Palette): CSSProperties {
  return {
    minHeight: 28,
    padding: "0 10px",
    border: `1px solid ${line}`,
    borderRadius: 6,
    background: bg,
    color: fg,
    font: "inherit",
  };
}
