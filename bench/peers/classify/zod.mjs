// @bench group=normalise label="JSON.parse + zod safeParse of the same four shapes"
import { z } from "zod";
const code = z.union([z.number(), z.string().regex(/^-?\d+$/)]),
  text = z.string().optional();
const schema = z.union([
  z.object({ ret: code, msg: text }),
  z.object({ error: code, error_description: text }),
  z.object({ errcode: code, errmsg: text }),
  z.object({ code, msg: text, request_id: text }),
]);
export const setup = () => ({
  json: (s) => schema.safeParse(JSON.parse(s)),
  object: (o) => schema.safeParse(o),
  error: (e) => schema.safeParse(e.response.data),
  form: (s) => schema.safeParse(Object.fromEntries(new URLSearchParams(s))),
});
