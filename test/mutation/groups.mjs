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
        "layersOf",
        "namedSpans",
        "createValueEnd",
        "lookSpans",
        "isAddress6",
        "isSecretName",
      ],
      ...["safeFailure", "safeText", "refuseSecrets", "ticketDraft"],
    ],
    ["maskPairs", "maskSecrets", "isSecretName", "redact", "safeFailure", "refuseSecrets", "ticketDraft"],
  ),
  flow: group(
    [
      "beginFlow",
      "createState",
      "flowRecord",
      "flowMessage",
      "exchangeGrant",
      "awaitAnswer",
      "answerOf",
      "answerOutcome",
    ],
    ["beginFlow", "awaitAnswer", "flowMessage", "flowRecord", "exchangeGrant", "readCallback", "addresses"],
  ),
  addresses: group(["ownAddress", "refuseAddress", "authorizeUrl"], ["addresses", "authorizeUrl", "refuseAddress"]),
  callback: group(["readCallback", "readPasted"], ["readCallback"]),
};

/** @param {readonly string[]} steps @param {readonly string[]} tests */
function group(steps, tests) {
  return {
    mutate: steps.map((name) => `src/core/${name}.ts`),
    tests: tests.map((name) => `test/core/${name}.test.ts`),
  };
}
