import { join } from "node:path";
import { bundleEsbuild } from "./build.mjs";
import { heapMB, openLab } from "./browser.mjs";
import { ROOT, adapters, interleave, median, num, save, summarise, table, versions } from "./util.mjs";

const NOTICE = ["mountCpu", "mount", "mountPaint", "updateCpu", "unmountCpu", "nodesPerNotice", "heapKB"];
const DIALOG = ["openCpu", "visible", "settled", "focus", "inp"];
const START = ["startCpu", "startMs"];
const JSON_ONLY = ["mountLayout", "update", "unmount"];
const ALL = [...NOTICE, ...DIALOG, ...START, ...JSON_ONLY];
const UPDATES = 40;

export async function run(a) {
  const rounds = +(a.rounds ?? 7),
    n = +(a.n ?? 1000),
    iterations = +(a.iterations ?? 3),
    clicks = +(a.clicks ?? 6),
    cpu = +(a.cpu ?? 1);
  const list = adapters("render", a.only),
    pages = {},
    samples = {};
  for (const p of list) {
    const { js, css } = await bundleEsbuild(join(ROOT, "lib/page-render.jsx"), {
      external: () => false,
      extra: { "bench:peer": p.file },
      format: "iife",
    });
    pages[p.name] = { js, css };
    samples[p.name] = {};
  }
  const lab = await openLab(pages, a.lang === "zh" ? "zh" : "en"),
    problems = [];
  for (let r = 0; r < rounds; r++)
    for (const p of interleave(list, r)) {
      try {
        const s = await lab.sample(
          p.name,
          async (page, cdp) => {
            const out = await page.evaluate(() => ({ has: bench.has, startMs: bench.start() }));
            // CPU time of the page's main thread over one step, less that of an idle frame: indifferent to other load on the machine
            const thread = async () =>
              (await cdp.send("Performance.getMetrics")).metrics.find((m) => m.name === "ThreadTime").value * 1e3;
            out.startCpu = await thread(); // since the renderer began: parse, evaluate and first render, plus the same constant for all
            const got = {},
              put = (k, v) => (got[k] ??= []).push(v);
            const step = async (name, fn, ...args) => {
              const c0 = await thread(),
                wall = await page.evaluate(([f, args]) => bench[f](...args), [fn, args]),
                c1 = await thread();
              for (const k in wall ?? {}) put(k, wall[k]);
              put(name, Math.max(0, c1 - c0 - idle));
            };
            let idle = 0;
            for (let i = 0; i < 4; i++) await step("idle", "idle");
            idle = median(got.idle.slice(1));
            const gc = () =>
              page.evaluate(() => {
                globalThis.gc?.();
              });
            if (out.has.notice) {
              for (let k = -1; k < iterations; k++) {
                if (k === 0) for (const key in got) got[key] = [];
                await gc();
                const d0 = await page.evaluate(() => bench.nodes());
                await step("mountCpu", "mount", n);
                await page.waitForTimeout(60);
                put("nodesPerNotice", ((await page.evaluate(() => bench.nodes())) - d0) / n);
                await step("updateCpu", "update", n, UPDATES);
                await step("unmountCpu", "unmount");
              }
              got.updateCpu = got.updateCpu.map((x) => x / UPDATES);
              const h0 = await heapMB(cdp);
              await page.evaluate((n) => bench.mountOnly(n), n);
              out.heapKB = (((await heapMB(cdp)) - h0) * 1e3) / n;
              await page.evaluate(() => bench.mountOnly(1));
            }
            if (out.has.dialog) {
              // the CPU of a click and of what it leads to within 100 ms, less that of as long a rest, while nothing looks on
              const rest = async (click) => {
                const c0 = await thread();
                await click?.();
                await page.evaluate(() => bench.rest());
                return (await thread()) - c0;
              };
              const click = () => page.mouse.click(20, 12);
              await rest();
              const calm = await rest();
              for (let i = -1; i < clicks; i++) {
                await gc();
                const spent = (await rest(click)) - calm;
                await page.evaluate(() => bench.close());
                if (i >= 0) put("openCpu", Math.max(0, spent));
              }
              const cs = [];
              for (let i = -1; i < clicks; i++) {
                await page.evaluate(() => {
                  bench.arm();
                });
                await click();
                const c = await page.evaluate(() => bench.clicked());
                if (i >= 0) cs.push(c);
              }
              for (const k of ["visible", "settled", "focus", "inp"]) {
                const v = cs
                  .map((c) => c[k])
                  .filter((x) => x !== undefined)
                  .sort((x, y) => x - y);
                out[k] = v[v.length >> 1];
              }
            }
            for (const k in got) out[k] = median(got[k]);
            return out;
          },
          { cpu },
        );
        for (const k of ALL) (samples[p.name][k] ??= [])[r] = s[k] ?? NaN;
        if (s.errors) problems.push(`${p.name}: ${s.errors.join(" | ")}`);
      } catch (e) {
        problems.push(e.message);
      }
      process.stderr.write(`\r${r + 1}/${rounds} ${p.name}          `);
    }
  process.stderr.write("\n");
  await lab.close();
  const sum = summarise(samples, list, ALL, "floor");
  const show = (title, metrics) => {
    const names = list.filter((p) => metrics.some((m) => sum[m].cells.some((c) => c.name === p.name)));
    console.log(`\n${title}  (median of ${rounds} rounds; ratio to floor in the same round)`);
    console.log(
      table(
        ["adapter", ...metrics.flatMap((m) => [m, "x"])],
        names.map((p) => [
          p.label,
          ...metrics.flatMap((m) => {
            const c = sum[m].cells.find((c) => c.name === p.name);
            return c ? [num(c.median), num(c.toFloor)] : ["–", "–"];
          }),
        ]),
      ),
    );
    console.log("best peer: " + metrics.map((m) => `${m} = ${sum[m].best}`).join(", "));
  };
  show(
    `${n} notices, ms (…Cpu: main-thread CPU of script + style + layout + paint; mount: wall of React's commit alone; mountPaint: wall; update: one notice; heapKB: per notice)`,
    NOTICE,
  );
  show(
    "dialog, ms (openCpu: main-thread CPU; from a real click to visible / settled / focus inside: wall; inp 8 = under 16)",
    DIALOG,
  );
  show(
    "start, ms (startCpu: main-thread CPU of parsing, evaluating and rendering the empty page; startMs: wall of the first render alone)",
    START,
  );
  for (const p of new Set(problems)) console.log("! " + p);
  save(
    "render",
    {
      suite: "render",
      params: { rounds, n, iterations, clicks, cpu },
      chromium: lab.version,
      versions: versions(),
      summary: sum,
      samples,
      problems: [...new Set(problems)],
    },
    a.out,
  );
}
