import { exchange } from "../../../../tencent/exchange";

export const dynamic = "force-dynamic";

/** A sign-in begins here: it is bound to this browser by a cookie, then goes on to QQ. */
export const GET = (request: Request): Response => exchange.start(request);
