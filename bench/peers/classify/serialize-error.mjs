// @bench group=normalise label="serialize-error serializeError(error)"
import { serializeError } from "serialize-error";
export const setup = () => ({ error: (e) => serializeError(e), object: (o) => serializeError(o) });
