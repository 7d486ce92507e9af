import type { CodeRow } from "tencent-error-kit/core";

/** What can be done, by the kind of trouble. */
const kinds = {
  signIn: { category: "reauth", fixer: "user", retry: "auth", remedies: ["reauthorize"] },
  secret: { category: "credentials", fixer: "developer", retry: "fix", remedies: ["checkCredentials"] },
  request: { category: "request", fixer: "developer", retry: "fix", remedies: ["checkRequest"] },
  permission: { category: "permission", fixer: "developer", retry: "fix", remedies: ["applyForPermission"] },
  setUp: { category: "configuration", fixer: "developer", retry: "fix", remedies: ["readDocs"] },
  address: { category: "restriction", fixer: "developer", retry: "fix", remedies: ["allowListIp"] },
  blocked: { category: "restriction", fixer: "platform", retry: "no", remedies: ["openTicket"] },
  busy: { category: "platform", fixer: "platform", retry: "backoff", remedies: ["waitAndRetry"] },
  tooMany: { category: "rateLimit", fixer: "developer", retry: "backoff", remedies: ["slowDown"] },
  quota: { category: "rateLimit", fixer: "developer", retry: "no", remedies: ["checkTraffic"] },
  person: { category: "restriction", fixer: "user", retry: "manual", remedies: [] },
} as const satisfies Record<string, Pick<CodeRow, "category" | "fixer" | "retry" | "remedies">>;

/** A row of this pack: nothing of it is the vendor's advice. */
export function row(code: number, reason: string, kind: keyof typeof kinds, checks?: readonly string[]): CodeRow {
  return { code, reason, ...kinds[kind], documented: [], checks };
}
