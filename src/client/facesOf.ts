import { attempt } from "../core/attempt.js";
import { read } from "../core/read.js";
import { TencentError } from "../core/TencentError.js";

/** Wrappers of an error that are looked through. */
const maxFaces = 16;
/** Where apps and libraries keep what an error was made of: an interceptor that throws `error.response.data` throws the same. */
const within = ["cause", "response", "data"] as const;

/** An error and what it was made of, as far as it can be known again: what shows one of them shows the error. */
export function facesOf(error: unknown): ReadonlySet<unknown> {
  const faces = new Set([error]);
  for (const face of faces) {
    const raw = face instanceof TencentError ? attempt(() => face.raw()) : undefined;
    for (const inner of [raw, ...within.map((name) => read(face, name))])
      if (typeof inner === "object" && inner !== null && faces.size < maxFaces) faces.add(inner);
  }
  return faces;
}
