// @bench group=floor label="hand-written QueryCache gate + single flight (includes core)"
export { createGate, singleFlight } from "../../floor/query.js";
