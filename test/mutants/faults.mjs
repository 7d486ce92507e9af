/** @type {readonly import("./Mutant.js").Mutant[]} */
export const faults = [
  {
    proves: "F04",
    name: "cancel on closed",
    file: "src/flows/popupReauth.ts",
    from: 'onProgress({ status: "waiting", windowClosed: true });',
    to: 'return end({ status: "cancelled" });',
  },
  {
    proves: "F53",
    name: "Number(code)",
    file: "src/core/strictCode.ts",
    from: "return value.length < 32 && /^\\s*-?\\d{1,7}\\s*$/.test(value) ? Number(value) + 0 : null;",
    to: "return Number.isInteger(Number(value)) ? Number(value) + 0 : null;",
  },
  {
    proves: "F74",
    name: "throwing retry",
    file: "src/integrations/tencentRetry.ts",
    from: "return (failureCount, error) => {",
    to: "return (failureCount, error) => {\n    void (error as Error).message;",
  },
];
