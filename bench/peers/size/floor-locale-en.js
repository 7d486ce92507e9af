// @bench group=floor label="messages en (45 codes, 12 actions, 7 labels)"
export { en } from "../../floor/en.js";
