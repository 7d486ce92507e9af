import { type Catalog, type CodeRow, defineCatalog } from "tencent-error-kit/core";

type Entry = Pick<CodeRow, "reason" | "category" | "fixer" | "retry" | "remedies">;

const signIn: Omit<Entry, "reason"> = { category: "reauth", fixer: "user", retry: "auth", remedies: ["reauthorize"] };
const broken: Omit<Entry, "reason"> = {
  category: "request",
  fixer: "developer",
  retry: "fix",
  remedies: ["checkRequest", "readDocs"],
};
const tooMany: Omit<Entry, "reason"> = {
  category: "rateLimit",
  fixer: "developer",
  retry: "backoff",
  remedies: ["slowDown", "waitAndRetry"],
};

function row(code: number, reason: string, kind: Omit<Entry, "reason">, checks?: readonly string[]): CodeRow {
  return { code, reason, ...kind, documented: [], checks };
}

/**
 * Codes of the Marketing API that reach a web page. What they mean is told by the page; what helps is this pack's own advice.
 * @see https://developers.e.qq.com/v3.0/docs/errors (11000 to 12000)
 * @see https://developers.e.qq.com/docs/reference/errorcode (10000, 31033, and the shape of an answer)
 */
export const ads: Catalog = defineCatalog({
  name: "ads",
  dialects: [{ name: "ads", codeKey: "code", companionKey: "message_cn", messageKey: "message" }],
  hosts: ["api.e.qq.com"],
  rows: [
    row(10000, "BUSY", {
      category: "platform",
      fixer: "platform",
      retry: "backoff",
      remedies: ["waitAndRetry", "openTicket"],
    }),
    // a new token by the refresh token: `renew` of the client heals it before a person is asked
    row(11000, "TOKEN_EXPIRED", signIn),
    row(11002, "TOKEN_INVALID", signIn),
    row(11004, "TOKEN_MALFORMED", signIn),
    row(11005, "TOKEN_MISSING", broken, ["access_token"]),
    row(11007, "CLIENT_ID_INVALID", { ...broken, category: "credentials", remedies: ["checkCredentials"] }, [
      "client_id",
    ]),
    row(11008, "APP_LIMIT_REACHED", tooMany),
    row(11009, "CODE_EXPIRED", signIn),
    row(11010, "REFRESH_TOKEN_MALFORMED", signIn),
    row(11011, "CODE_MALFORMED", signIn),
    row(11012, "REFRESH_TOKEN_EXPIRED", signIn),
    row(11013, "CODE_USED", signIn),
    row(11014, "API_NOT_GRANTED", {
      ...broken,
      category: "permission",
      remedies: ["applyForPermission", "reauthorize"],
    }),
    row(11016, "SECOND_LIMIT_REACHED", tooMany),
    row(11017, "MINUTE_LIMIT_REACHED", tooMany),
    row(11018, "DAY_LIMIT_REACHED", { ...tooMany, retry: "no", remedies: ["slowDown", "openTicket"] }),
    row(11019, "TOO_FREQUENT", tooMany),
    row(11020, "TEST_TOKEN_INVALID", { ...broken, category: "credentials", remedies: ["checkCredentials"] }, [
      "access_token",
    ]),
    row(12000, "PARAMETER_MISSING", broken, ["access_token", "timestamp", "nonce"]),
    row(31033, "PARAMETER_NOT_PERMITTED", { ...broken, category: "permission", remedies: ["applyForPermission"] }),
  ],
  words: {
    en: async () => import("./words/en.js"),
    "zh-CN": async () => import("./words/zh-CN.js"),
  },
});
