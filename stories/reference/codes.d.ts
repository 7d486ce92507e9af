declare module "tencent-error-kit/codes.json" {
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports -- here an import of its own makes it any
  const codes: readonly import("../../src/cli/publicData.js").CodeRecord[];
  export default codes;
}
