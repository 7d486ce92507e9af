// @bench group=normalise label="tencent-error-kit diagnose"
import { diagnose } from "tencent-error-kit/core";
const read = (raw) => diagnose(raw);
export const setup = () => ({ json: read, jsonp: read, form: read, object: read, error: read, html: read });
