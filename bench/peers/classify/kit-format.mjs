// @bench group=format label="tencent-error-kit resolve; arg: developers' steps with what to check filled in"
import { diagnose, resolve } from "tencent-error-kit/core";
import en from "tencent-error-kit/locales/en";
import { KEYS } from "../../data/bodies.mjs";
const found = new Map(KEYS.map((key) => [key, diagnose({ ret: Number(key.slice(1).replace("m", "-")) })]));
const checked = diagnose({ ret: -22 });
const developer = { audience: "developer" };
export const setup = () => ({
  plain: (key) => resolve(found.get(key), en).description,
  arg: () => resolve(checked, en, developer).steps,
});
