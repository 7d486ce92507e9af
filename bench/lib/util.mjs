import { readFileSync, readdirSync, writeFileSync, mkdirSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** --key value / --flag */
export function args(argv = process.argv.slice(2)) {
  const a = { _: [] };
  for (let i = 0; i < argv.length; i++) {
    if (!argv[i].startsWith("--")) a._.push(argv[i]);
    else if (argv[i + 1] === undefined || argv[i + 1].startsWith("--")) a[argv[i].slice(2)] = true;
    else a[argv[i].slice(2)] = argv[++i];
  }
  return a;
}

/** Every adapter of a suite: { name, file, role: 'floor'|'peer'|'kit', group, label, ... }. The header is the first line. */
export function adapters(suite, only) {
  const dir = join(ROOT, "peers", suite);
  const want = only && only !== true ? String(only).split(",") : null;
  return readdirSync(dir)
    .filter((f) => /\.(jsx|mjs|js)$/.test(f))
    .sort()
    .map((f) => {
      const file = join(dir, f),
        name = basename(f, extname(f)),
        meta = {};
      const head = /^\/\/ @bench (.*)/.exec(readFileSync(file, "utf8"));
      for (const m of (head?.[1] ?? "").matchAll(/(\w+)=(?:"([^"]*)"|(\S+))/g)) meta[m[1]] = m[2] ?? m[3];
      const role = name.startsWith("floor") ? "floor" : name.startsWith("kit") ? "kit" : "peer";
      return { name, file, role, group: "all", label: name, ...meta };
    })
    .filter(
      (p) =>
        !want ||
        p.role === "floor" ||
        want.some((w) => p.name === w || (w.endsWith("*") && p.name.startsWith(w.slice(0, -1)))),
    );
}

export const median = (xs) => {
  const s = xs.filter((x) => x != null && Number.isFinite(x)).sort((a, b) => a - b),
    n = s.length;
  return n ? (n % 2 ? s[n >> 1] : (s[n / 2 - 1] + s[n / 2]) / 2) : NaN;
};
/** median absolute deviation over the median: the relative noise of a cell */
export const rmad = (xs) => {
  const m = median(xs);
  return median(xs.map((x) => Math.abs(x - m))) / m;
};
/** least-squares slope of log y over log x */
export function exponent(points) {
  const p = points.filter(([x, y]) => x > 0 && y > 0).map(([x, y]) => [Math.log(x), Math.log(y)]),
    n = p.length;
  if (n < 2) return NaN;
  const mx = p.reduce((s, q) => s + q[0], 0) / n,
    my = p.reduce((s, q) => s + q[1], 0) / n;
  return p.reduce((s, q) => s + (q[0] - mx) * (q[1] - my), 0) / p.reduce((s, q) => s + (q[0] - mx) ** 2, 0);
}

/** rounds: samples[adapter][metric] = number per round (same index = same round).
 *  Returns per metric: median, noise, median of per-round ratios to the floor and to the best peer. */
export function summarise(samples, list, metrics, floorName) {
  const out = {};
  for (const metric of metrics) {
    const cells = list
      .filter((p) => samples[p.name]?.[metric]?.some(Number.isFinite))
      .map((p) => ({
        name: p.name,
        role: p.role,
        median: median(samples[p.name][metric]),
        noise: rmad(samples[p.name][metric]),
      }));
    const best = cells.filter((c) => c.role === "peer").sort((a, b) => a.median - b.median)[0];
    for (const c of cells) {
      const ratio = (other) =>
        other &&
        samples[other]?.[metric] &&
        median(samples[c.name][metric].map((x, i) => x / samples[other][metric][i]));
      c.toFloor = ratio(floorName);
      c.toBest = ratio(best?.name);
    }
    out[metric] = { best: best?.name, cells };
  }
  return out;
}

export const num = (x) =>
  x == null || !Number.isFinite(x)
    ? "–"
    : x === 0
      ? "0"
      : Math.abs(x) >= 100
        ? Math.round(x).toLocaleString("en-US")
        : Math.abs(x) >= 10
          ? x.toFixed(1)
          : x.toFixed(2);

/** plain Markdown table, so that the output can be pasted into a report */
export function table(head, rows) {
  const all = [head, ...rows].map((r) => r.map((c) => (typeof c === "number" ? num(c) : String(c ?? "–"))));
  const w = head.map((_, i) => Math.max(...all.map((r) => r[i].length)));
  const line = (r) => "| " + r.map((c, i) => (i ? c.padStart(w[i]) : c.padEnd(w[i]))).join(" | ") + " |";
  return [
    line(all[0]),
    "|" + w.map((n, i) => (i ? "-".repeat(n + 1) + ":" : "-".repeat(n + 2))).join("|") + "|",
    ...all.slice(1).map(line),
  ].join("\n");
}

export function save(suite, data, out) {
  const file = out && out !== true ? String(out) : join(ROOT, "results", suite + ".json");
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(
    file,
    JSON.stringify(data, (k, v) => (typeof v === "number" && !Number.isInteger(v) ? +v.toPrecision(5) : v)) + "\n",
  );
  console.log(`\njson: ${file}`);
}

export const versions = () => JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).dependencies;
/** deterministic order that swaps neighbours every round (A B C | C B A | ...), so drift hits all alike */
export const interleave = (list, round) => (round % 2 ? [...list].reverse() : list);
