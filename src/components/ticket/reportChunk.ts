import { type Chunk, createChunk } from "../../base/chunk.js";
import type { reportViews } from "./reportViews.js";

/** What shows a whole report: fetched when a notice has a button or details that lead to it. */
export const reportChunk: Chunk<typeof reportViews> = /* @__PURE__ */ createChunk(
  async () => (await import("./reportViews.js")).reportViews,
);
