// @bench group=normalise label="JSON.parse + valibot safeParse of the same four shapes"
import * as v from "valibot";
const code = v.union([v.number(), v.pipe(v.string(), v.regex(/^-?\d+$/))]),
  text = v.optional(v.string());
const schema = v.union([
  v.object({ ret: code, msg: text }),
  v.object({ error: code, error_description: text }),
  v.object({ errcode: code, errmsg: text }),
  v.object({ code, msg: text, request_id: text }),
]);
export const setup = () => ({
  json: (s) => v.safeParse(schema, JSON.parse(s)),
  object: (o) => v.safeParse(schema, o),
  error: (e) => v.safeParse(schema, e.response.data),
  form: (s) => v.safeParse(schema, Object.fromEntries(new URLSearchParams(s))),
});
