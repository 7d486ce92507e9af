// @bench group=normalise label="floor: read the body, nothing else"
const raw = (o) => o.ret ?? o.error ?? o.errcode ?? o.code;
export const setup = () => ({
  json: JSON.parse,
  jsonp: (s) => JSON.parse(s.slice(s.indexOf("(") + 1, s.lastIndexOf(")"))),
  form: (s) => {
    const o = {};
    for (const p of s.split("&")) {
      const i = p.indexOf("=");
      o[p.slice(0, i)] = decodeURIComponent(p.slice(i + 1).replaceAll("+", " "));
    }
    return o;
  },
  object: raw,
  error: (e) => raw(e.response.data),
  html: (s) => s[0] === "<",
});
