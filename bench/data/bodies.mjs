// 64 different bodies per form; deterministic.
import { ERRORS } from "./errors.mjs";
const pick = (i) => ERRORS[(i * 7) % ERRORS.length];
const shapes = [
  (c, m) => ({ ret: c, msg: m }),
  (c, m) => ({ error: c, error_description: m }),
  (c, m) => ({ errcode: c, errmsg: m }),
  (c, m) => ({ code: c, msg: m, request_id: "a1b2c3d4e5f6" }),
];
const make = (i) => {
  const [c, , , en] = pick(i);
  return shapes[i & 3](c, en);
};
const N = 64,
  each = (f) => Array.from({ length: N }, (_, i) => f(make(i), i));
const html = (i) =>
  `<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body>${"<p>upstream (proxy) error = 502</p>".repeat(20 + i)}</body></html>`;

export const FIXTURES = {
  json: each((o) => JSON.stringify(o)),
  jsonp: each((o) => `callback( ${JSON.stringify(o)} );\n`),
  form: each((o) => new URLSearchParams(Object.entries(o).map(([k, v]) => [k, String(v)])).toString()),
  object: each((o) => o),
  error: each((o) =>
    Object.assign(new Error("Request failed with status code 400"), {
      name: "AxiosError",
      code: "ERR_BAD_REQUEST",
      response: { status: 400, headers: {}, data: o },
    }),
  ),
  html: Array.from({ length: N }, (_, i) => html(i)),
};
export const KEYS = Array.from({ length: N }, (_, i) => "e" + String(pick(i)[0]).replace("-", "m"));
export const IDS = Array.from({ length: N }, (_, i) => ({ id: "req-" + (i * 7919).toString(36) }));
