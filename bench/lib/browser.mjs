import { createServer } from "node:http";
import { chromium } from "playwright-core";
import { findChromium } from "../../scripts/chromium.mjs";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--js-flags=--expose-gc",
  "--enable-precise-memory-info",
  "--disable-renderer-backgrounding",
  "--disable-background-timer-throttling",
  "--disable-backgrounding-occluded-windows",
];

/** A browser (fresh profile) and a loopback server for in-memory pages: pages[name] = { js, css } */
export async function openLab(pages, lang = "en") {
  const server = createServer((req, res) => {
    const [, name, kind] = /^\/([\w.-]+?)\.(html|js|css)$/.exec(req.url.split("?")[0]) ?? [],
      p = pages[name];
    if (!p) {
      res.writeHead(404).end();
      return;
    }
    res.setHeader("cache-control", "no-store");
    if (kind === "html")
      res
        .setHeader("content-type", "text/html; charset=utf-8")
        .end(
          `<!doctype html><html lang="${lang}"><meta charset="utf-8"><link rel="icon" href="data:,"><link rel="stylesheet" href="/${name}.css"><body><div id="root"></div><script src="/${name}.js"></script>`,
        );
    else
      res
        .setHeader("content-type", kind === "js" ? "text/javascript; charset=utf-8" : "text/css; charset=utf-8")
        .end(p[kind]);
  });
  await new Promise((r) => server.listen(0, "127.0.0.1", r));
  const browser = await chromium.launch({ executablePath: findChromium(), headless: true, args: FLAGS });
  const base = `http://127.0.0.1:${server.address().port}`;
  return {
    version: browser.version(),
    /** a fresh context + page per sample; fn(page, cdp) */
    async sample(name, fn, { cpu = 1, timeout = 120_000, init } = {}) {
      const ctx = await browser.newContext({ viewport: { width: 1280, height: 800 } });
      const page = await ctx.newPage();
      page.setDefaultTimeout(timeout);
      if (init) await page.addInitScript(init);
      const errors = [];
      page.on("pageerror", (e) => errors.push(String(e.message ?? e)));
      try {
        const cdp = await ctx.newCDPSession(page);
        await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
        await page.goto(`${base}/${name}.html`, { waitUntil: "load" });
        if (cpu > 1) await cdp.send("Emulation.setCPUThrottlingRate", { rate: cpu });
        let timer;
        const r = await Promise.race([
          fn(page, cdp),
          new Promise((_, rej) => {
            timer = setTimeout(() => rej(new Error(`over ${timeout} ms`)), timeout);
          }),
        ]).finally(() => clearTimeout(timer));
        if (errors.length) r.errors = errors.slice(0, 3);
        return r;
      } catch (e) {
        throw new Error(`${name}: ${e.message?.split("\n")[0]} ${errors.slice(0, 2).join(" | ")}`);
      } finally {
        await ctx.close();
      }
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}
export async function heapMB(cdp) {
  for (let i = 0; i < 2; i++) await cdp.send("HeapProfiler.collectGarbage");
  return (await cdp.send("Runtime.getHeapUsage")).usedSize / 1e6;
}
