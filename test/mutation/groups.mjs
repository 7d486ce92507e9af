/**
 * What must not change unseen, in four groups, each with the quick tests of its steps. The slow ones (`canaries`, floods, the
 * browser's) come on top in `npm test`.
 * @type {Readonly<Record<string, { readonly mutate: readonly string[], readonly tests: readonly string[] }>>}
 */
export const groups = {
  redaction: group(
    [
      ...[
        "redact",
        "maskSecrets",
        "namedSpans",
        "valueEnd",
        "lookSpans",
        "sanitizeText",
        "redactFailure",
        "maskFailure",
        "isHarmless",
      ].map((name) => `privacy/${name}`),
      ...["base/devChecks", "support/ticketDraft"],
    ],
    [
      ...["maskPairs", "maskSecrets", "isSecretName", "redact", "redactFailure", "maskFailure"].map(
        (name) => `privacy/${name}`,
      ),
      ...["base/refuseSecrets", "support/ticketDraft"],
    ],
  ),
  flow: group(
    ["startSignIn", "pendingSignIn", "storedSignIn", "callbackMessage", "exchangeCode", "awaitCallback"].map(
      (name) => `oauth/${name}`,
    ),
    [
      ...[
        "startSignIn",
        "awaitCallback",
        "callbackMessage",
        "pendingSignIn",
        "exchangeCode",
        "parseCallback",
        "addresses",
      ].map((name) => `oauth/${name}`),
    ],
  ),
  addresses: group(["base/url", "oauth/authorizeUrl"], ["oauth/addresses", "oauth/authorizeUrl", "base/refuseAddress"]),
  callback: group(["oauth/callbackMessage"], ["oauth/parseCallback"]),
};

/** @param {readonly string[]} steps @param {readonly string[]} tests */
function group(steps, tests) {
  return { mutate: steps.map((name) => `src/${name}.ts`), tests: tests.map((name) => `test/${name}.test.ts`) };
}
