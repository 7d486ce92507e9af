import { join } from "node:path";
import { bundleEsbuild } from "./build.mjs";
import { heapMB, openLab } from "./browser.mjs";
import { ROOT, adapters, exponent, interleave, median, num, save, table, versions } from "./util.mjs";

const KEYS = [
  "cpu",
  "paint",
  "settle",
  "notice",
  "longest",
  "blocked",
  "renders",
  "commits",
  "events",
  "requests",
  "refreshes",
  "healed",
  "notices",
  "heapKB",
];
const HOOK =
  "globalThis.__commits = { n: 0 }; globalThis.__REACT_DEVTOOLS_GLOBAL_HOOK__ = { supportsFiber: true, inject: () => 1, onCommitFiberRoot() { __commits.n++; }, onCommitFiberUnmount() {}, onPostCommitFiberRoot() {} };";

export async function run(a) {
  const sizes = String(a.sizes ?? "10,100,1000,10000")
      .split(",")
      .map(Number),
    rounds = +(a.rounds ?? 5),
    delivery = a.delivery === "tasks" ? "tasks" : "burst",
    shape = a.shape === "nested" ? "nested" : "flat";
  const list = adapters("storm", a.only),
    pages = {},
    data = {},
    problems = [];
  for (const p of list) {
    const { js, css } = await bundleEsbuild(join(ROOT, "lib/page-storm.jsx"), {
      external: () => false,
      extra: { "bench:peer": p.file },
      format: "iife",
    });
    pages[p.name] = { js, css };
    data[p.name] = {};
  }
  const put = (name, n, ph, k) => {
    const at = ((data[name][n] ??= {})[ph] ??= {});
    return (at[k] ??= []);
  };
  const lab = await openLab(pages);
  for (const n of sizes)
    for (let r = 0; r < (n >= 10000 ? Math.min(rounds, 3) : rounds); r++)
      for (const p of interleave(list, r)) {
        if (data[p.name].dead) continue;
        try {
          const s = await lab.sample(
            p.name,
            async (page, cdp) => {
              const { maxN, silent } = await page.evaluate(() => ({ maxN: bench.maxN, silent: bench.silent }));
              if (n > (maxN ?? Infinity)) return null;
              const thread = async () =>
                (await cdp.send("Performance.getMetrics")).metrics.find((m) => m.name === "ThreadTime").value * 1e3;
              const step = async (fn, ...args) => {
                const c0 = await thread(),
                  o = (await page.evaluate(([f, args]) => bench[f](...args), [fn, args])) ?? {};
                return { ...o, cpu: (await thread()) - c0 };
              };
              const out = {};
              await step("idle");
              const idle = (await step("idle")).cpu,
                h0 = await heapMB(cdp);
              out.mount = await step("start", n, delivery, shape);
              out.mount.heapKB = (((await heapMB(cdp)) - h0) * 1e3) / n;
              out.fail = await step("fail");
              out.fail.cpu = Math.max(0, out.fail.cpu - idle);
              out.fail.heapKB = (((await heapMB(cdp)) - h0) * 1e3) / n;
              if (!silent) {
                await page.evaluate(() => bench.settleDom());
                out.recover = await step("recover");
                out.recover.cpu = Math.max(0, out.recover.cpu - idle);
                out.recover.heapKB = (((await heapMB(cdp)) - h0) * 1e3) / n;
              }
              return out;
            },
            { timeout: +(a.timeout ?? 90) * 1e3, init: HOOK },
          );
          if (!s) continue;
          for (const ph of ["mount", "fail", "recover"])
            for (const [k, v] of Object.entries(s[ph] ?? {})) put(p.name, n, ph, k)[r] = v ?? NaN;
          if (s.errors) problems.push(`${p.name} n=${n}: ${s.errors.join(" | ")}`);
        } catch (e) {
          problems.push(`n=${n} ${e.message}`);
          if (/over \d+ ms|Timeout/.test(e.message)) data[p.name].dead = n;
        }
        process.stderr.write(`\r n=${n} ${r + 1}/${rounds} ${p.name}              `);
      }
  process.stderr.write("\n");
  await lab.close();

  const cell = (name, n, ph, k) => {
    const v = data[name]?.[n]?.[ph]?.[k];
    return v ? median(v) : NaN;
  };
  const ratio = (name, floor, n, ph, k) => {
    const v = data[name]?.[n]?.[ph]?.[k],
      f = data[floor]?.[n]?.[ph]?.[k];
    return v && f ? median(v.map((x, i) => x / f[i])) : NaN;
  };
  const report = {};
  for (const [group, floor, phases] of [
    ["visible", "floor-bare", ["fail", "recover"]],
    ["silent", "floor-silent", ["fail"]],
  ])
    for (const ph of phases) {
      const ps = list.filter((p) => p.group === group);
      console.log(
        `\n${group === "silent" ? "silent heal" : ph}: main-thread CPU ms (x floor) by N, exponent over N >= 100; then wall ms to paint and counts at the largest N measured`,
      );
      const rows = ps.map((p) => {
        const done = sizes.filter((n) => Number.isFinite(cell(p.name, n, ph, "cpu"))),
          big = done.at(-1);
        const exp = exponent(done.filter((n) => n >= 100).map((n) => [n, cell(p.name, n, ph, "cpu")]));
        (report[p.name] ??= {})[ph] = {
          exponent: exp,
          byN: Object.fromEntries(
            done.map((n) => [
              n,
              Object.fromEntries(
                KEYS.map((k) => [k, cell(p.name, n, ph, k)]).concat([
                  ["xFloorCpu", ratio(p.name, floor, n, ph, "cpu")],
                  ["xFloorPaint", ratio(p.name, floor, n, ph, "paint")],
                ]),
              ),
            ]),
          ),
        };
        const c = (k) => cell(p.name, big, ph, k);
        return [
          p.name,
          ...sizes.map((n) =>
            done.includes(n) ? `${num(cell(p.name, n, ph, "cpu"))} (${num(ratio(p.name, floor, n, ph, "cpu"))})` : "–",
          ),
          exp,
          String(big ?? "–"),
          ...[
            "paint",
            "notice",
            "longest",
            "renders",
            "commits",
            "events",
            "requests",
            "refreshes",
            "healed",
            "notices",
            "heapKB",
          ].map((k) => c(k)),
        ];
      });
      console.log(
        table(
          [
            "adapter",
            ...sizes.map((n) => `N=${n}`),
            "exp",
            "at N",
            "paint",
            "1st notice",
            "longest task",
            "renders",
            "commits",
            "cache events",
            "requests",
            "refreshes",
            "healed",
            "notices",
            "heap KB/query",
          ],
          rows,
        ),
      );
    }
  for (const p of [...new Set(problems)]) console.log("! " + p);
  save(
    "storm",
    {
      suite: "storm",
      params: { sizes, rounds, delivery, shape },
      chromium: lab.version,
      versions: versions(),
      report,
      samples: data,
      problems: [...new Set(problems)],
    },
    a.out,
  );
}
