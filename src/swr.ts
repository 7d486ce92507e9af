export { tencentSwr, type SwrHook, type SwrLike } from "./integrations/swr/tencentSwr.js";
