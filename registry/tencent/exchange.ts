import { appId, returnPage } from "./config";
import { createExchange } from "./createExchange";
import { openSession } from "./sessions";

const origin = process.env.APP_ORIGIN ?? "http://localhost:3000";

/** The routes of a sign-in on this server. `QQ_APP_KEY` and `APP_ORIGIN` come from the environment. */
export const exchange = createExchange({
  appId,
  appKey: process.env.QQ_APP_KEY ?? "",
  origin,
  redirectUri: `${origin}${returnPage}`,
  ...(process.env.QQ_PROVIDER !== undefined && { provider: process.env.QQ_PROVIDER }),
  openSession,
});
