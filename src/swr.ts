export { tencentSwr } from "./integrations/tencentSwr.js";
export type { SwrLike } from "./integrations/SwrLike.js";
