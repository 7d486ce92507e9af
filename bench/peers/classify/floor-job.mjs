// @bench group=normalise label="hand-written normalise + lookup (floor/core.js)"
import { normalise } from "../../floor/core.js";
export const setup = () => ({
  json: normalise,
  jsonp: normalise,
  form: normalise,
  object: normalise,
  error: normalise,
  html: normalise,
});
