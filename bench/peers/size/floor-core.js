// @bench group=floor label="hand-written normalise + 45-code table"
export { normalise } from "../../floor/core.js";
