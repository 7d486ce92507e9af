import { expect, type Frame, test as base, type Page } from "@playwright/test";
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, ElementContext, Rule, RunOptions } from "axe-core";
import { createSandbox } from "../sandbox/createSandbox.js";
import { serve } from "../sandbox/serve.js";
import { serveStorybook, stories, type Story } from "./storybook.js";

declare global {
  /** What a page lets axe look at. */
  var axeContext: ElementContext;
  var axe: {
    configure(spec: { rules: Rule[] }): void;
    run(context: unknown, options: RunOptions): Promise<AxeResults>;
  };
}

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const asked = process.env["AXE_LANGUAGES"]?.split(",");
const languages = [
  ...readdirSync(new URL("../../src/locales", import.meta.url)).map((file) => file.slice(0, -".ts".length)),
  "en-XA",
  "ar-XB",
].filter((tag) => asked?.includes(tag) ?? true);

const test = base.extend<object, { origins: { readonly storybook: string; readonly sandbox: string } }>({
  origins: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const [storybook, sandbox] = [await serveStorybook(), await serve(createSandbox(), 0)];
      await use({ storybook: storybook.origin, sandbox: sandbox.origin });
      await Promise.all([storybook.close(), sandbox.close()]);
    },
    { scope: "worker" },
  ],
});

for (const tag of languages)
  for (const story of stories())
    test(
      `${tag}: ${story.title}, ${story.name}`,
      { tag: ["@WCAG-1.1.1", "@WCAG-1.3.1", "@WCAG-2.5.3", "@WCAG-3.3.2", "@WCAG-4.1.2"] },
      async ({ page, origins }, { annotations }) => {
        // ten design systems in frames of their own
        if (story.title === "Beside others") test.slow();
        await page.addInitScript((origin) => {
          globalThis.sandboxOrigin = origin;
        }, origins.sandbox);
        await page.addInitScript({ path: axePath });
        await page.setViewportSize({ width: 320, height: 640 });
        // a bar on its way is out of its own box for a moment
        await page.emulateMedia({ reducedMotion: "reduce" });
        await page.goto(`${origins.storybook}/${addressOf(story, tag)}`);
        await played(page.mainFrame());
        // axe asks each frame once: one that is still on its way to its page never answers
        for (const frame of page.frames().filter((each) => each.url().includes("iframe.html"))) {
          await played(frame);
          await leaveOut(frame);
        }
        expect.soft(await overflowing(page), "nothing is wider than a small phone").toEqual([]);
        // what is not painted yet lies over what follows it, as axe reads the page
        await page.addStyleTag({ content: ".te-notice, article { content-visibility: visible !important }" });
        const counts = { "axe runs": 0, "rules passed": 0 };
        for (const look of ["light", "dark", "forced colours"]) {
          await show(page, look);
          const { violations, passes } = await check(page, look);
          expect.soft(violations, `${look}: axe finds nothing`).toEqual([]);
          counts["axe runs"] += 1;
          counts["rules passed"] += passes;
        }
        for (const [type, count] of Object.entries(counts)) annotations.push({ type, description: String(count) });
      },
    );

function addressOf({ id }: Story, tag: string): string {
  return `iframe.html?viewMode=story&id=${id}&globals=locale:${tag};a11y.manual:!true`;
}

/** Until the story's own play is over, which must have gone well. */
async function played(frame: Frame): Promise<void> {
  const end = await frame.waitForFunction(() => {
    const preview: unknown = Reflect.get(globalThis, "__STORYBOOK_PREVIEW__");
    const phase: unknown = Reflect.get(Object(Reflect.get(Object(preview), "currentRender")), "phase");
    return phase === "finished" || phase === "errored" || phase === "aborted" ? phase : null;
  });
  expect(await end.jsonValue()).toBe("finished");
}

/** What a story leaves out for a reason, such as the colours of a design system that is not ours. */
async function leaveOut(frame: Frame): Promise<void> {
  await frame.evaluate(() => {
    const within = (value: unknown, ...path: readonly string[]): unknown =>
      path.reduce((at, key) => Reflect.get(Object(at), key) as unknown, value);
    const own = within(globalThis, "__STORYBOOK_PREVIEW__", "currentRender", "story", "parameters", "a11y");
    axe.configure({ rules: (within(own, "config", "rules") ?? []) as Rule[] });
    globalThis.axeContext = (within(own, "context") ?? document.body) as ElementContext;
  });
}

async function show(page: Page, look: string): Promise<void> {
  await page.emulateMedia({ forcedColors: look === "forced colours" ? "active" : "none", reducedMotion: "reduce" });
  await page.evaluate(
    (scheme) => {
      document.documentElement.dataset["teScheme"] = scheme;
    },
    look === "dark" ? "dark" : "light",
  );
}

async function check(page: Page, look: string): Promise<{ violations: string[]; passes: number }> {
  return page.evaluate(async (isForced) => {
    // a story is a part of a page, whose landmarks are not its matter; forced colours are the reader's, and axe reads the page's
    const off = ["region", "landmark-one-main", "page-has-heading-one", ...(isForced ? ["color-contrast"] : [])];
    const rules = Object.fromEntries(off.map((rule) => [rule, { enabled: false }]));
    const { violations, passes } = await axe.run(globalThis.axeContext, {
      rules,
      resultTypes: ["violations"],
      frameWaitTime: 60_000,
    });
    const told = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
    return { violations: told, passes: passes.length };
  }, look === "forced colours");
}

/** Parts of the kit that reach out of the page, or whose text reaches out of them. */
async function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("[data-part]")]
      .filter((part) => {
        const { left, right, width } = part.getBoundingClientRect();
        const hidden = width < 2 || !part.checkVisibility();
        return (
          !hidden &&
          (left < -0.5 || right > innerWidth + 0.5 || part.scrollWidth > part.clientWidth + 1) &&
          getComputedStyle(part).display !== "inline"
        );
      })
      .map((part) => `${part.dataset["part"] ?? ""}: ${part.textContent.slice(0, 60)}`),
  );
}
