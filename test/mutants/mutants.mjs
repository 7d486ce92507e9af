import { calm } from "./calm.mjs";
import { faults } from "./faults.mjs";
import { loads } from "./loads.mjs";
import { properties } from "./properties.mjs";
import { threats } from "./threats.mjs";

/** One mistake for each claim of docs/hardening.json that has no reason there. */
export const mutants = [...threats, ...faults, ...properties, ...loads, ...calm];
