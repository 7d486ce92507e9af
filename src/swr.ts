export { tencentSwr, type SwrLike } from "./integrations/swr/tencentSwr.js";
