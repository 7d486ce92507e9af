import { coopPolicies } from "./coopPolicies.js";
import type { SandboxSettings } from "./World.js";

/** Checks settings that came from outside. Throws on unknown fields and wrong values. Null takes a setting back. */
export function readSettings(raw: unknown): SandboxSettings {
  const fields = Object.entries(Object(raw) as object);
  const wrong = fields.find(
    ([field, value]) => !Object.hasOwn(checks, field) || !checks[field as keyof SandboxSettings](value),
  );
  if (wrong === undefined) return Object.fromEntries(fields);
  const known = Object.keys(checks).join(", ");
  throw new TypeError(
    `[tencent-error-kit] sandbox: the setting "${wrong[0]}" is unknown or can't have this value; settings are ${known}.`,
  );
}

const checks: Readonly<Record<keyof SandboxSettings, (value: unknown) => boolean>> = {
  coop: (value) => value === null || coopPolicies.some((known) => known === value),
  slowMs: (value) => typeof value === "number" && value >= 0,
  friendsScope: (value) => value === null || typeof value === "string",
};
