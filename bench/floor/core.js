// FLOOR: the smallest hand-written thing that does our job. Not the kit: the physical limit it is compared with.
// code -> kind (see data/errors.mjs)
const T = {};
for (const part of "p-1,100000,100001,100002,100003,100004,100005,100006,100007,251001;c-2,-22,-25,-70,-72,100008,100009;m-3;t-4,-8,-9,-10,-11,100011,100012,251004,251005;r-5;f-6;h-7;n-12;a-20,-21,-23,-24,-73,100013,100014,100015,100016,251002;o-26,-71;d100010;q251003".split(
  ";",
))
  for (const c of part.slice(1).split(",")) T[c] = part[0];

const parse = (s) => {
  s = s.trim();
  try {
    const c = s[0];
    if (c === "{") return JSON.parse(s);
    if (c === "<") return;
    const i = s.indexOf("("),
      j = s.lastIndexOf(")");
    if (i > 0 && j > i) return JSON.parse(s.slice(i + 1, j));
    if (s.includes("=")) return Object.fromEntries(new URLSearchParams(s));
  } catch {}
};

/** any failure -> { code, kind, msg } ; kind '' when unknown, undefined when there is no code */
export const normalise = (x) => {
  if (typeof x === "string") x = parse(x);
  if (!x) return;
  const b = x.response?.data ?? x.data ?? x.body;
  if (b) return normalise(b);
  const code = +(x.ret ?? x.error ?? x.errcode ?? x.code);
  return code === code && code
    ? { code, kind: T[code] || "", msg: x.msg ?? x.error_description ?? x.errmsg }
    : undefined;
};
