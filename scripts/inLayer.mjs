/**
 * A sheet as `styles.layer.css` has it. The order is Tailwind's own, so that its reset is below and its utilities above, whichever sheet
 * a page loads first.
 * @param {string} sheet
 */
export function inLayer(sheet) {
  return `@layer theme, base, components, te, utilities;@layer te{${sheet}}`;
}
