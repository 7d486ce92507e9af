import { format } from "prettier";

/** @typedef {import("../src/client/ReauthEvent.js").ReauthRow} Row */

/**
 * The table of the reauthorization as a page: a diagram, which event counts when, each row.
 * @param {readonly Row[]} table
 * @param {Row[1]} statuses
 * @param {string} source the file whose comments say what each event, condition and effect means
 * @returns {Promise<string>}
 */
export async function drawStates(table, statuses, source) {
  const events = [...new Set(table.map(([event]) => event))];
  const text = `
# The states of a reauthorization

Drawn from \`src/client/reauthTable.ts\` by \`npm run update:api\`. \`client.reauth\` holds one state; what happens is an event; the first row
that fits says where it leads and what is done. An event without a row changes nothing.

\`\`\`mermaid
stateDiagram-v2
  [*] --> idle
${arrows(table, statuses).join("\n")}
\`\`\`

## Which event counts when

“stays” does something without another status. “–” is refused: nothing changes.

${grid(
  ["event", ...statuses],
  events.map((event) => [`\`${event}\``, ...statuses.map((status) => cell(table, event, status))]),
)}

## Each row

The first row that fits counts.

${grid(
  ["event", "in", "if", "leads to", "effects, in this order"],
  table.map(([event, from, to, names, guard]) => [
    `\`${event}\``,
    from.length === statuses.length ? "every status" : from.join(", "),
    guard === undefined ? "" : `\`${guard}\``,
    to === "same" ? "stays" : to,
    names.map((name) => `\`${name}\``).join(" "),
  ]),
)}

## What the events mean

${meanings(source, "ReauthEventType")}

## What the conditions mean

${meanings(source, "ReauthGuard")}

## What the effects do

\`reauth.…\` emits the event of that name.

${meanings(source, "ReauthEffect")}
`;
  return format(text, { parser: "markdown", printWidth: 120 });
}

/**
 * One arrow for each two statuses. What happens in every status is drawn once, from "any".
 * @param {readonly Row[]} table
 * @param {Row[1]} statuses
 * @returns {string[]}
 */
function arrows(table, statuses) {
  /** @type {Map<string, Set<string>>} */
  const labels = new Map();
  for (const [event, from, to] of table) {
    const targets = to === "same" ? [] : to === "as told" ? ["opening", "waiting", "verifying"] : [to];
    const sources = from.length === statuses.length ? ["any"] : from;
    for (const source of sources)
      for (const target of targets) {
        if (source === target) continue;
        const arrow = `  ${source} --> ${target}`;
        labels.set(arrow, (labels.get(arrow) ?? new Set()).add(event));
      }
  }
  return [...labels].map(([arrow, events]) => `${arrow}: ${[...events].join(", ")}`);
}

/**
 * @param {readonly Row[]} table
 * @param {string} event
 * @param {Row[1][number]} status
 * @returns {string}
 */
function cell(table, event, status) {
  const rows = table.filter(([name, from]) => name === event && from.includes(status));
  const ways = rows.map(([, , to, names, guard]) => {
    const way = to === "same" ? (names.length === 0 ? "–" : "stays") : to;
    return guard === undefined ? way : `${way} (\`${guard}\`)`;
  });
  return ways.length === 0 ? "–" : ways.join(", ");
}

/**
 * The names of a union with the comments behind them.
 * @param {string} source
 * @param {string} type
 * @returns {string}
 */
function meanings(source, type) {
  const [, union = ""] = source.split(`export type ${type} =`);
  const [names = ""] = union.split("export ");
  return grid(
    ["name", "meaning"],
    [...names.matchAll(/\| "(\w+)";? \/\/ (.+)/g)].map(([, name = "", text = ""]) => [`\`${name}\``, text]),
  );
}

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 * @returns {string}
 */
function grid(head, rows) {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
