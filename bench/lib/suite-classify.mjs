import { pathToFileURL } from "node:url";
import { measure } from "mitata";
import { FIXTURES, IDS, KEYS } from "../data/bodies.mjs";
import { adapters, interleave, num, save, summarise, table, versions } from "./util.mjs";

const OPS = { normalise: ["json", "jsonp", "form", "object", "error", "html"], format: ["plain", "arg", "load"] };
export let sink;

export async function run(a) {
  const rounds = +(a.rounds ?? 7),
    cpu = +(a.ms ?? 40) * 1e6;
  const list = adapters("classify", a.only),
    ops = {},
    samples = {},
    problems = [];
  for (const p of list) {
    try {
      ops[p.name] = await (await import(pathToFileURL(p.file).href)).setup();
    } catch (e) {
      problems.push(`${p.name}: ${e.message}`);
      ops[p.name] = {};
    }
    samples[p.name] = {};
  }
  for (const [group, names] of Object.entries(OPS))
    for (const op of names) {
      const some = list.filter((p) => p.group === group && ops[p.name][op]);
      const inputs = group === "normalise" ? FIXTURES[op] : op === "arg" ? IDS : KEYS;
      for (let r = 0; r < rounds; r++)
        for (const p of interleave(some, r)) {
          const f = ops[p.name][op];
          let i = 0;
          const s = await measure(
            () => {
              sink = f(inputs[i++ & 63]);
            },
            { min_cpu_time: cpu, min_samples: 24 },
          );
          (samples[p.name][op] ??= [])[r] = s.p50;
        }
      process.stderr.write(`\r${group}.${op}        `);
    }
  process.stderr.write("\n");
  const out = {};
  for (const [group, names] of Object.entries(OPS)) {
    const some = list.filter((p) => p.group === group),
      sum = summarise(samples, some, names, group === "normalise" ? "floor-raw" : "floor-format");
    out[group] = sum;
    console.log(`\n${group}: ns/op (x floor), median of ${rounds} rounds of mitata p50`);
    console.log(
      table(
        ["adapter", ...names],
        some.map((p) => [
          p.label,
          ...names.map((m) => {
            const c = sum[m].cells.find((c) => c.name === p.name);
            return c ? `${num(c.median)} (${num(c.toFloor)})` : "–";
          }),
        ]),
      ),
    );
    console.log("best peer: " + names.map((m) => `${m} = ${sum[m].best}`).join(", "));
  }
  for (const p of problems) console.log("! " + p);
  save(
    "classify",
    {
      suite: "classify",
      params: { rounds, ms: cpu / 1e6 },
      node: process.version,
      versions: versions(),
      summary: out,
      samples,
      problems,
    },
    a.out,
  );
}
