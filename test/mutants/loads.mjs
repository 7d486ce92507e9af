/** @type {readonly import("./Mutant.js").Mutant[]} */
export const loads = [
  {
    proves: "L3",
    name: "a wave at once",
    file: "src/integrations/createSpread.ts",
    from: "const atOnce = 6;",
    to: "const atOnce = 600;",
  },
];
