import { afterEach, expect, test, vi } from "vitest";
import { refuseSecrets } from "../../src/base/devChecks.js";
import { defineCatalog } from "../../src/diagnose/defineCatalog.js";
import { withMessages } from "../../src/i18n/customMessages.js";
import en from "../../src/locales/en.js";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

const mistakes = [
  ["a secret in a page", () => refuseSecrets("popupReauth", { clientSecret: "x" })],
  ["a row that no notice can show", () => void defineCatalog([{ code: 1.5 } as never])],
  ["a sentence that the kit does not have", () => void withMessages(en, { nothing: "x" } as never)],
] as const;

test.each(mistakes)("stops %s while it is developed", (_what, make) => {
  expect(make).toThrow(/^\[tencent-error-kit\] /);
});

test.each([
  "clientSecret",
  "app_key",
  "appKey",
  "private_key",
  "privateKey",
  "password",
  "access_token",
  "accessToken",
])("says of %s whom it was given to and where it belongs", (name) => {
  expect(() => refuseSecrets("popupReauth", { clientId: "1", [name]: "x" })).toThrow(
    `popupReauth was given "${name}". Everything in a page can be read by everybody who opens it. Keep it on your server`,
  );
});

test.each(["refresh_token", "refreshToken", "REFRESHTOKEN"])("refuses %s as well", (name) => {
  expect(() => refuseSecrets("popupReauth", { [name]: "x" })).toThrow(TypeError);
});

test("takes options that hold no secret", () => {
  expect(() => refuseSecrets("popupReauth", { clientId: "1", scope: [], tokens: 1, key: 1 })).not.toThrow();
});

test.each(mistakes)("lets %s pass in production", (_what, make) => {
  vi.stubEnv("NODE_ENV", "production");
  expect(make).not.toThrow();
});

test.each(mistakes)("lets %s pass in an unbundled page, which has no whole `process`", (_what, make) => {
  vi.stubGlobal("process", undefined);
  expect(outcomeOf(make)).toBeUndefined();
  vi.stubGlobal("process", {});
  expect(outcomeOf(make)).toBeUndefined();
});

function outcomeOf(make: () => void): unknown {
  try {
    make();
    return undefined;
  } catch (error) {
    return error;
  } finally {
    vi.unstubAllGlobals();
  }
}
