import { addedLines, type Edit } from "./Edit.js";
import type { Answers, Project } from "./Project.js";
import { recordPath } from "./initRecord.js";
import { itemsOf, type NewFile } from "./planFiles.js";

/** What a run does, or would do. */
export interface Plan {
  readonly created: readonly NewFile[];
  readonly edits: readonly Edit[];
  /** Files of the wiring that are there already, and stay. */
  readonly kept: readonly string[];
  /** What a person is asked to do. */
  readonly byHand: readonly string[];
}

/** What would be written, a line for each file and each new line. */
export function describe({ framework, layers, left }: Project, { created, edits, kept, byHand }: Plan): string {
  const names = {
    ...{ vite: "Vite", next: "Next.js", "next-pages": "Next.js, pages router", umi: "Umi Max" },
    ...{ query: "TanStack Query", swr: "SWR", rtk: "RTK Query" },
  } as const;
  const found = [framework, ...layers].map((name) => (name in names ? names[name as keyof typeof names] : name));
  return [
    found.join(", "),
    ...created.map(({ path }) => `  new      ${path}`),
    ...kept.map((path) => `  there    ${path}`),
    ...[...new Set(edits.map(({ path }) => path))].map((file) => {
      const lines = edits.filter(({ path }) => path === file).map(({ from, to }) => addedLines(from, to));
      return [`  changed  ${file}`, ...lines].join("\n");
    }),
    ...left.flatMap(({ path, why, isPages }) => (isPages ? [] : [`  left     ${path} (${why})`])),
    ...byHand.map((what) => `  by hand  ${what}`),
  ].join("\n");
}

/** What is left to the person. */
export function leftToDo({ hasKit, framework, sources, dark, bridge }: Project, answers: Answers): string {
  return [
    ...(hasKit ? [] : ["Install it: npm install tencent-error-kit"]),
    ...(answers.appId === undefined ? [`Put your app's id into ${sources}tencent/config.ts.`] : []),
    ...(itemsOf(framework, answers).length > 0
      ? [
          "On your server: QQ_APP_KEY and APP_ORIGIN in the environment.",
          `${sources}tencent/sessions.ts opens sessions of its own, in memory: open your app's there. Where a route of yours signs people in already: https://unpkg.com/tencent-error-kit/docs/recipes/exchange.md.`,
        ]
      : []),
    `One line is yours: accountId in ${sources}tencent/client.ts tells the kit whose page this is, so that it notices another account.`,
    ...(dark === "switch" && bridge === undefined
      ? ['Your sheets have a dark scheme that a switch turns on: set data-te-scheme="dark" with it.']
      : []),
    `To take it back: npx tencent-error-kit init --undo (it reads ${recordPath}).`,
  ].join("\n");
}
