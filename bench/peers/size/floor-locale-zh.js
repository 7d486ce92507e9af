// @bench group=floor label="messages zh (45 codes, 12 actions, 7 labels)"
export { zh } from "../../floor/zh.js";
