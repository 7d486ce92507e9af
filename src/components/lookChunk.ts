import { type Chunk, createChunk } from "../base/chunk.js";
import type { look } from "./look.js";

/** The full notice and the prompt: fetched when something fails. */
export const lookChunk: Chunk<typeof look> = /* @__PURE__ */ createChunk(async () => (await import("./look.js")).look);
