// @bench group=normalise label="the same result by hand: timed, cleaned, frozen"
import { tencentCatalog } from "tencent-error-kit/core";
import { normalise } from "../../floor/core.js";

const rows = new Map(tencentCatalog.rows.map((row) => [row.code, row]));
const control = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069]/g;

function same(raw) {
  const found = normalise(raw);
  const code = found?.code ?? null;
  const row = rows.get(code) ?? null;
  const serverMessage = found?.msg === undefined ? undefined : String(found.msg).slice(0, 500).replace(control, "");
  const about = raw?.response ?? raw;
  const failure = Object.freeze({
    $tencent: 1,
    dialect: "openapi",
    code,
    ...(about?.status === undefined ? {} : { httpStatus: about.status }),
    ...(serverMessage === undefined ? {} : { serverMessage }),
    occurredAt: Date.now(),
    confidence: code === null ? "none" : "exact",
  });
  const { category = "unknown", fixer = "nobody", retry = "no", remedies = [] } = row ?? {};
  return Object.freeze({ failure, row, category, fixer, retry, remedies, fingerprint: `openapi:${code}` });
}

export const setup = () => ({ json: same, jsonp: same, form: same, object: same, error: same, html: same });
