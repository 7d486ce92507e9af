// Holds results/*.json against goals.json. A goal limits a number (max), its ratio to the floor (toFloor), to the best peer (toBest) or to
// the adapter that `to` names (toOther).
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, median, num, table } from "./util.mjs";

const load = (f) => (existsSync(join(ROOT, f)) ? JSON.parse(readFileSync(join(ROOT, f), "utf8")) : null);

/** The samples of a goal's metric, one a round. */
function samplesOf(g, r, name) {
  const own = r.samples?.[name];
  return (g.suite === "storm" ? own?.[g.n]?.[g.phase] : own)?.[g.metric];
}

/** The median of the ratios within a round. */
function toOther(g, r) {
  const [own, other] = [g.adapter, g.to].map((name) => samplesOf(g, r, name));
  return own && other && median(own.map((x, i) => x / other[i]));
}

function value(g, r) {
  if (g.to !== undefined) return { toOther: toOther(g, r) };
  if (g.suite === "size") {
    const row = r.rows.find((x) => x.name === g.adapter),
      floor = r.rows.find((x) => x.name === (g.floor ?? "floor-job"));
    const peers = r.rows.filter((x) => x.role === "peer" && x.group === g.group).map((x) => x[g.metric]);
    return (
      row && {
        value: row[g.metric],
        toFloor: floor && row[g.metric] / floor[g.metric],
        toBest: row[g.metric] / Math.min(...peers),
      }
    );
  }
  if (g.suite === "storm") {
    const at = r.report[g.adapter]?.[g.phase],
      c = at?.byN[g.n];
    return g.metric === "exponent"
      ? at && { value: at.exponent }
      : c && { value: c[g.metric], toFloor: g.metric === "paint" ? c.xFloorPaint : c.xFloorCpu };
  }
  const s = g.suite === "classify" ? r.summary[g.group ?? "normalise"] : r.summary,
    c = s[g.metric]?.cells.find((x) => x.name === g.adapter);
  return c && { value: c.median, toFloor: c.toFloor, toBest: c.toBest };
}

export async function run() {
  const rows = [];
  let missed = 0;
  for (const g of load("goals.json") ?? []) {
    const r = load(`results/${g.suite}.json`),
      v = r && value(g, r);
    const [kind, limit] = ["max", "toFloor", "toBest", "toOther"]
      .map((k) => [k, g[k]])
      .find(([, x]) => x !== undefined);
    const got = v && (kind === "max" ? v.value : v[kind]),
      ok = got == null ? "not measured" : got <= limit ? "met" : "MISSED";
    if (ok === "MISSED") missed++;
    rows.push([
      `${g.suite} ${g.adapter} ${[g.phase, g.metric, g.n && "N=" + g.n, g.to && "to " + g.to].filter(Boolean).join(" ")}`,
      kind,
      num(limit),
      num(got),
      ok,
    ]);
  }
  console.log(table(["goal", "kind", "limit", "got", "verdict"], rows));
  if (missed) process.exitCode = 1;
}
