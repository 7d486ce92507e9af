import { exchange } from "../../../tencent/exchange";

/** The page sends `{ code, state }` here, and gets `{ accountId }` with the session's cookie. */
export const POST = (request: Request): Promise<Response> => exchange.finish(request);
