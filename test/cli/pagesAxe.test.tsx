import type { AxeResults } from "axe-core";
import axeSource from "axe-core/axe.min.js?raw";
import { expect, test } from "vitest";
import { allPages } from "../../src/cli/pages/pages.js";

declare global {
  interface Window {
    readonly axe?: { run(page: Document): Promise<AxeResults> };
  }
}

const sample = ["en/-73.html", "zh-CN/100016.html", "en/-6.html", "zh-CN/100010.html", "en/-58.html"];

test.each(sample)("axe finds nothing in the page %s, light and dark", async (path) => {
  const page = allPages().find((each) => each.path === path)?.text ?? "";
  const frame = document.createElement("iframe");
  frame.style.cssText = "width:360px;height:800px";
  document.body.append(frame);
  for (const scheme of ["light", "dark"]) {
    frame.style.colorScheme = scheme;
    await new Promise((resolve) => {
      frame.onload = resolve;
      // the page's own policy would refuse axe
      frame.srcdoc = page.replace(/<meta http-equiv[^>]*>/, "").replace("light dark", scheme);
    });
    const inside = frame.contentDocument!;
    expect(inside.documentElement.scrollWidth, "no sideways scrolling").toBeLessThanOrEqual(360);
    const script = inside.createElement("script");
    script.textContent = axeSource;
    inside.head.append(script);
    const { violations, passes } = await frame.contentWindow!.axe!.run(inside);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`)).toEqual([]);
    expect(passes.length).toBeGreaterThan(10);
  }
  frame.remove();
});
