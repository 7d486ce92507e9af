// What the documents say of sizes, written from scripts/sizes.json, which npm run check:sizes holds.

/** @typedef {{ entry: string, import?: string, without?: readonly string[], by?: string, budget: number, aim?: number, all?: number, allAim?: number, parts?: Readonly<Record<string, number>> }} Budget bytes */

/** What makes an app fetch each later file. @type {Readonly<Record<string, string>>} */
const moments = {
  look: "first failure: notice and prompt",
  createEngine: "first failed sign-in: its engine",
  watchQueries: "first failed query: what fetches it again",
  popupSignIn: "first sign-in in a window",
  copyReport: "first report: its text without secrets",
  reportViews: "first report: its dialog",
};

/**
 * The line of a README: the page that it shows, at its start and with all that comes later, and some entries.
 * @param {string} page @param {readonly Budget[]} budgets @param {"en" | "zh-CN"} language
 */
export function withSizes(page, budgets, language) {
  const kilobytes = (/** @type {string} */ entry) => {
    const { budget = NaN, all = NaN } = budgets.find((each) => each.entry === entry && each.import === undefined) ?? {};
    return [budget, all].map((bytes) => `${(bytes / 1000).toFixed(1)} KB`);
  };
  const [start = "", all = ""] = kilobytes("the README's page");
  const cells = ["./core", "./axios", "./callback"].map((entry) => `\`${entry}\` ${kilobytes(entry)[0]}`);
  const [whole, unit] =
    language === "en"
      ? [`a page ${start} at its start, ${all} all in`, "minified and gzipped"]
      : [`一个页面开始时 ${start}，全部 ${all}`, "压缩后"];
  const line = [whole, ...cells].join(" · ");
  return page.replace(/(<!-- sizes -->)[\s\S]*?(<!-- \/sizes -->)/, `$1 ${line} (${unit}) $2`);
}

/** The table of docs/performance.md. @param {string} page @param {readonly Budget[]} budgets */
export function withSizeTable(page, budgets) {
  const head = ["what", "B", "aim", ""];
  const rows = budgets.flatMap(rowsOf).map(({ what, budget, aim }) => {
    const verdict = aim === undefined ? "" : budget > aim ? "**missed**" : "held";
    return [what, inThousands(budget), aim === undefined ? "–" : inThousands(aim), verdict];
  });
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (/** @type {readonly string[]} */ cells) =>
    `| ${cells.map((cell, column) => (isNumber(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join(" | ")} |`;
  const rule = widths.map((width, column) => (isNumber(column) ? `${"-".repeat(width - 1)}:` : "-".repeat(width)));
  const table = [line(head), `| ${rule.join(" | ")} |`, ...rows.map(line)].join("\n");
  return page.replace(/(<!-- sizes -->)[\s\S]*?(<!-- \/sizes -->)/, `$1\n\n${table}\n\n$2`);
}

/** @param {Budget} budget @returns {{ what: string, budget: number, aim?: number | undefined }[]} */
function rowsOf({ entry, by, import: taken, without, budget, aim, all, allAim, parts = {} }) {
  if (by === undefined) {
    const what = taken === undefined ? `\`${entry}\`` : `\`${entry}\`: \`${taken}\``;
    const beside = without === undefined ? "" : ` beside ${without.map((each) => `\`${each}\``).join(" and ")}`;
    return aim === undefined ? [] : [{ what: what + beside, budget, aim }];
  }
  const later = Object.entries(parts).map(([part, budget]) => ({ what: `… ${moments[part] ?? part}`, budget }));
  const whole = all === undefined ? [] : [{ what: `${entry} by ${by}, all in`, budget: all, aim: allAim }];
  return [{ what: `${entry} by ${by}, at its start`, budget, aim }, ...whole, ...later];
}

/** @param {number} column */
function isNumber(column) {
  return column === 1 || column === 2;
}

/** @param {number} bytes */
function inThousands(bytes) {
  return bytes.toLocaleString("en-US");
}
