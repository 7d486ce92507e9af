import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { serveFolder } from "../../scripts/serveFolder.mjs";

/** A story of the built Storybook. */
export interface Story {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly type: string;
}

const folder = process.env["STORYBOOK_DIR"] ?? fileURLToPath(new URL("../../storybook-static", import.meta.url));
/** What there is to see. */
export function stories(): readonly Story[] {
  const index = JSON.parse(readFileSync(join(folder, "index.json"), "utf8")) as { entries: Record<string, Story> };
  // a page on one code is a part of the reference, which is checked whole
  return Object.values(index.entries).filter(({ type, title }) => type === "story" && title !== "Codes");
}

/** Serves it at a free port. */
export function serveStorybook(): ReturnType<typeof serveFolder> {
  return serveFolder(folder);
}
