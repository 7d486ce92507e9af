import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { EXTERNAL, bundleEsbuild, bundleRolldown, byPackage } from "./build.mjs";
import { adapters, save, table, versions } from "./util.mjs";

const gz = (b) => (b.length ? gzipSync(b, { level: 9 }).length : 0);
const br = (b) =>
  b.length
    ? brotliCompressSync(b, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: b.length },
      }).length
    : 0;

export async function run(a) {
  const rows = [];
  for (const p of adapters("size", a.only)) {
    const external = (id) =>
      EXTERNAL.test(id) || (p.external?.split(",") ?? []).some((e) => id === e || id.startsWith(e + "/"));
    try {
      const e = await bundleEsbuild(p.file, { external });
      const r = a.rolldown === "no" ? Buffer.alloc(0) : await bundleRolldown(p.file, { external });
      const row = {
        ...p,
        file: undefined,
        min: e.js.length,
        gz: gz(e.js),
        br: br(e.js),
        rolldownMin: r.length,
        rolldownGz: gz(r),
        rolldownBr: br(r),
        cssMin: e.css.length,
        cssGz: gz(e.css),
        cssBr: br(e.css),
        top: byPackage(e.metafile).slice(0, 6),
      };
      // what a user really downloads: the better of the two bundlers, js + css
      row.total = Math.min(row.gz, row.rolldownGz || Infinity) + row.cssGz;
      row.totalBr = Math.min(row.br, row.rolldownBr || Infinity) + row.cssBr;
      rows.push(row);
    } catch (err) {
      console.error(
        `${p.name}: ${String(err.message ?? err)
          .split("\n")
          .slice(0, 4)
          .join(" | ")}`,
      );
    }
  }
  const floor = rows.find((r) => r.name === "floor-job")?.total;
  const best = {};
  for (const r of rows) if (r.role === "peer") best[r.group] = Math.min(best[r.group] ?? Infinity, r.total);
  console.log(
    table(
      [
        "adapter",
        "group",
        "js min",
        "js gz",
        "js br",
        "rolldown gz",
        "rolldown br",
        "css min",
        "css gz",
        "css br",
        "total gz",
        "total br",
        "x floor-job",
        "x best of group",
      ],
      rows.map((r) =>
        [
          r.name,
          r.group,
          r.min,
          r.gz,
          r.br,
          r.rolldownGz,
          r.rolldownBr,
          r.cssMin,
          r.cssGz,
          r.cssBr,
          r.total,
          r.totalBr,
          r.total / floor,
          best[r.group] ? r.total / best[r.group] : NaN,
        ].map((c) => (Number.isInteger(c) ? c.toLocaleString("en-US") : c)),
      ),
    ),
  );
  if (a.why)
    for (const r of rows)
      console.log(`${r.name}: ${r.top.map(([k, v]) => `${k} ${v.toLocaleString("en-US")}`).join(", ")}`);
  save("size", { suite: "size", versions: versions(), rows }, a.out);
}
