/** @type {readonly import("./Mutant.js").Mutant[]} */
export const properties = [
  {
    proves: "P02",
    name: "a getter's throw comes through",
    file: "src/core/read.ts",
    from: "  } catch {\n    return undefined;",
    to: "  } catch (error) {\n    throw error;",
  },
  {
    proves: "P04",
    name: "a mask that is masked again",
    file: "src/core/redact.ts",
    from: 'const mask = "[redacted]";',
    to: 'const mask = "token=redacted";',
  },
  {
    proves: "P05",
    name: "a redaction without an end",
    file: "src/core/redact.ts",
    from: "masked.length > textLimit ? cut(maskAll(cut(masked))) : masked",
    to: "masked",
  },
  {
    proves: "P09",
    name: "no jitter",
    file: "src/integrations/tencentRetryDelay.ts",
    from: "const jitter = minMs + Math.random() * (ceiling - minMs);",
    to: "const jitter = ceiling;",
  },
  {
    proves: "P10",
    name: "a control that is shown",
    file: "src/core/plainText.ts",
    from: '.replace(unprintable, "")',
    to: "",
  },
  {
    proves: "P14",
    name: "returnTo by pathname",
    file: "src/core/ownAddress.ts",
    from: "? url?.href :",
    to: "? url?.pathname :",
  },
  {
    proves: "P18",
    name: "an answer of any version",
    file: "src/core/flowMessage.ts",
    from: ' || read(message, "v") !== 1)',
    to: ")",
  },
];
