import { storybookTest } from "@storybook/addon-vitest/vitest-plugin";
import react from "@vitejs/plugin-react";
import { playwright } from "@vitest/browser-playwright";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { configDefaults, defineConfig } from "vitest/config";
import type { BrowserConfigOptions, BrowserInstanceOption } from "vitest/node";
import { chromiumLaunch } from "../scripts/chromium.mjs";
import { flakyChunk } from "./flakyChunk.js";
import { keepModules } from "./keepModules.js";
import { plantMutant } from "./mutants/plantMutant.js";
import { patience } from "./patience.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const quiet = "test/failOnConsole.ts";
const page = "test/page.ts";
const ready = "test/ready.ts";
const mutant = plantMutant(process.env["MUTANT"]);
// Named beforehand, so that Vite does not find them half-way through a first run and reload the page under a test. It looks for no
// others: a scan of all suites in each run.
const named = { noDiscovery: true };
const bundledOnce = [
  ...["react", "react-dom", "react-dom/client", "react-dom/server", "react/jsx-runtime", "react/jsx-dev-runtime"],
  ...["@tanstack/react-query", "react-error-boundary", "swr", "swr/infinite", "swr/mutation", "swr/subscription"],
  ...["vitest-browser-react", "vitest-browser-react/pure", "axios", "hono", "hono/cors", "hono/html"],
];

// Other data layers, in their newest versions only: the kit reads what they give and imports none of them.
const otherLayers = "test/integrations/layers.test.tsx";
const layers = [
  ...["@apollo/client", "@apollo/client/react", "@reduxjs/toolkit", "@reduxjs/toolkit/query/react", "react-redux"],
  ...["@trpc/client", "@trpc/server", "@trpc/server/adapters/fetch", "@trpc/tanstack-react-query"],
  ...["ahooks", "alova", "alova/client", "alova/fetch", "alova/react", "@tanstack/react-router", "react-router"],
];

// The oldest versions that the kit supports, which the suites that meet them run with too.
const oldest = ["react", "react-dom", "@tanstack/react-query"].map((name) => ({
  find: new RegExp(`^${name}(?=/|$)`),
  replacement: fileURLToPath(new URL(`oldest/node_modules/${name}`, import.meta.url)),
}));

// What renders runs in StrictMode as well, and both ways with the oldest versions.
const renderingSuites = ["test/{components,field,integrations,react,oldest}/**/*.test.tsx"];

// Whole apps and seconds of load: the oldest versions and StrictMode at once fail on what either of them would fail on.
// So do components; what hooks and data layers do without StrictMode is asked of the oldest versions as well.
const bothAtOnce = ["test/field/**", "test/integrations/storm.test.tsx", "test/components/leaks.test.tsx"];

// The design systems that the sheets are tested with.
const hosts = ["antd", "@mantine/core", "@mui/material/styles", "tailwindcss"];

// Each story runs, with axe, in the reviewed languages, from right to left, and with longer words.
// All of them: `npm run axe`.
const languages = ["en", "zh-CN", "ar", "en-XA"];

// The largest pages: the gallery has the reviewed languages beside the story's own, and the page of the codes has words in these alone.
const largest = [
  { page: "stories/Gallery.stories.tsx", in: ["ar", "en-XA"] },
  { page: "stories/Reference.stories.tsx", in: ["en", "zh-CN"] },
];

// What a test proves: a row of docs/hardening.json, or a criterion of docs/accessibility.md.
const textOf = (file: string): string => readFileSync(new URL(`../docs/${file}`, import.meta.url), "utf8");
const criteria = [...textOf("accessibility.md").matchAll(/^\| (\d\.\d\.\d+) /gm)].map(([, number]) => `WCAG-${number}`);
const tags = [...Object.keys(JSON.parse(textOf("hardening.json")) as object), ...criteria].map((name) => ({ name }));

// The time limits are for tests that never end: a busy machine may take four times as long.
const limits = { testTimeout: 90_000, hookTimeout: 90_000, expect: { poll: patience } };

// Two at a time, also on two cores: a page waits for frames and clocks a third of its time.
const lanes = { maxWorkers: 2 };

// The kit is loaded once for all files that a thread runs, not for each: a third of a second for each of 130.
const together = { pool: "threads", isolate: false, ...lanes } as const;

// Groups run one after another, and what is in one at the same time: Node beside browsers leaves no core of a small machine idle.
const inPages = {
  ...limits,
  ...lanes,
  // `expect.element` waits as long as its test may take: a mutant, whose tests run alone, is found after that time
  ...(mutant.length > 0 && { testTimeout: 30_000 }),
  attachmentsDir: "test-results/attachments",
  setupFiles: [quiet, ready, "test/oldest/strictMode.ts"],
};

// 1,600 rows of accounts ask how SWR's caches change, whatever renders them; Query 5.0 does not say which page failed;
// what lies where is the sheet's work; routers are asked in their newest versions.
const newestOnly = [
  ...["accountsSwr", "failedPages", "place", "routerLoaders"].map((name) => `test/field/${name}.test.tsx`),
  otherLayers,
];
const bothWays = { include: renderingSuites, exclude: [...configDefaults.exclude, ...newestOnly] };
const hooksAndLayers = ["test/{integrations,react,oldest}/**/*.test.tsx"];
const oneAtATime = { include: renderingSuites, exclude: [...configDefaults.exclude, ...bothAtOnce] };

// what examples/ and registry/ hold imports the kit as apps do
const packs = {
  "tencent-error-kit/core": `${root}/src/core.ts`,
  "tencent-error-kit/fetch": `${root}/src/fetch.ts`,
  "tencent-error-kit/query": `${root}/src/query.ts`,
};

export default defineConfig({
  root,
  test: {
    globalSetup: "test/sandboxServer.ts",
    tags,
    projects: [
      {
        root,
        plugins: mutant,
        resolve: { alias: packs },
        test: {
          name: "node",
          environment: "node",
          // what `init` writes has a sheet, which Vitest would leave empty
          css: true,
          ...together,
          include: ["test/**/*.test.ts"],
          setupFiles: [quiet, page, ready, "test/fuzz/countRuns.ts"],
          ...limits,
        },
      },
      {
        root,
        resolve: { alias: oldest },
        test: {
          name: "oldest node",
          environment: "node",
          ...together,
          include: ["test/{integrations,react}/**/*.test.ts"],
          setupFiles: [quiet, page, ready],
          ...limits,
        },
      },
      {
        root,
        plugins: [...mutant, react(), flakyChunk(), keepModules()],
        resolve: { alias: packs },
        optimizeDeps: { ...named, include: [...bundledOnce, ...hosts, ...layers] },
        test: {
          ...inPages,
          name: "newest",
          browser: browser([
            { name: "browser", include: ["test/**/*.test.tsx"], provide: { isOldest: false, isStrict: false } },
            { name: "strict", ...oneAtATime, provide: { isOldest: false, isStrict: true } },
          ]),
        },
      },
      {
        root,
        plugins: [...mutant, react(), flakyChunk(), keepModules()],
        resolve: { alias: [...oldest, ...Object.entries(packs).map(([find, replacement]) => ({ find, replacement }))] },
        optimizeDeps: { ...named, include: [...bundledOnce, "antd"] },
        test: {
          ...inPages,
          name: "oldest pages",
          sequence: { groupOrder: 1 },
          browser: browser([
            {
              name: "oldest",
              ...oneAtATime,
              include: hooksAndLayers,
              exclude: [...oneAtATime.exclude, otherLayers],
              provide: { isOldest: true, isStrict: false },
            },
            { name: "oldest strict", ...bothWays, provide: { isOldest: true, isStrict: true } },
          ]),
        },
      },
      {
        root,
        plugins: [storybookTest({ configDir: fileURLToPath(new URL("../.storybook", import.meta.url)) })],
        test: {
          ...limits,
          name: "stories",
          // as in Storybook itself, where all stories are played in one frame
          isolate: false,
          sequence: { groupOrder: 2 },
          setupFiles: [quiet, ready, "test/storyGlobals.ts"],
          browser: browser(
            languages.map((tag) => {
              const elsewhere = largest.filter((large) => !large.in.includes(tag)).map(({ page }) => page);
              return {
                name: `stories ${tag}`,
                exclude: [...configDefaults.exclude, ...elsewhere],
                provide: { storyLocale: tag },
              };
            }),
          ),
        },
      },
    ],
  },
});

/** A Chromium for each of them, which share one server and its module cache. */
function browser(instances: readonly Omit<BrowserInstanceOption, "browser">[]): BrowserConfigOptions {
  return {
    enabled: true,
    headless: true,
    screenshotFailures: false,
    expect: {
      toMatchScreenshot: {
        // antialiasing may differ between versions of Chromium; an edge that moved by 2 px is at least 40 pixels
        comparatorName: "pixelmatch",
        comparatorOptions: { threshold: 0.2, allowedMismatchedPixels: 30 },
        // the same name on each system, since no picture depends on one
        resolveScreenshotPath: ({ root, testFileDirectory, testFileName, arg, ext }) =>
          `${root}/${testFileDirectory}/${testFileName.replace(/\..*/, "")}/${arg}${ext}`,
      },
    },
    api: { host: "127.0.0.1" },
    provider: playwright({ launchOptions: chromiumLaunch() }),
    instances: instances.map((instance) => ({ browser: "chromium", ...instance })),
  };
}
