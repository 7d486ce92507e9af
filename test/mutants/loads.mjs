/** @type {readonly import("./Mutant.js").Mutant[]} */
export const loads = [];
