/** How something moves: it comes, its content becomes other content, or what is around it closes up. */
type Motion = "appear" | "swap" | "settle";

/** How long it takes, in milliseconds, as the sheet's variables say it. Zero where the reader asks for no motion, or without a sheet. */
export function motionMs(element: Element, motion: Motion): number {
  if (typeof element.animate !== "function" || matchMedia("(prefers-reduced-motion: reduce)").matches) return 0;
  const time = getComputedStyle(element).getPropertyValue(`--te-motion-${motion}`).trim();
  return Math.min(parseFloat(time) * (time.endsWith("ms") ? 1 : 1000) || 0, longestMs);
}

/** A longer motion would keep a person waiting. */
const longestMs = 200;
