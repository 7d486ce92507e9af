import { type Chunk, createChunk } from "../base/chunk.js";
import type * as drafts from "./copyReport.js";

/** Reports with their redaction and how they are copied: fetched when one is asked for. */
export const draftChunk: Chunk<typeof drafts> = /* @__PURE__ */ createChunk(() => import("./copyReport.js"));
