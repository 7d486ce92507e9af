/** What hides a secret. */
export const mask = "[redacted]";

/** Assignments, quotes, encodings, names of secrets that need no digit, and what only folds to one of these. */
const signs =
  /[=:<>@%\\&"`+\u00a0-\u00bf\u2000-\u2fff\ufe50-\uff00\uff02-\uff07\uff0a\uff0b\uff0d-\uff1a\uff1c-\uff1e\uff20-\uffff\ud835「『【]|(?<![a-z])'|'(?![a-z])|--\w|[是为為]\s{0,3}[!-~！（），；？]|\bb(?:earer|asic)\s|eyJ|AKID/i;
/** Four digits, long runs with a digit, digits beside what may be a name. A code of the vendor's may stand in brackets. */
const digits =
  /(?<!\d|[(#](?=1\d{5}(?!\d)))\d{4}|\d\.\d+\.\d|\s(?:is|was)\s[!-~]{0,22}\d|\d\S{0,64}\s{0,2}(?:[（【([是为為]|(?:is|was|as)\s)|[码碼钥令牌照号號卡证證据话信名][\s|]{0,5}(?:[a-z][!-~]{0,20})?\d|(?:token|pwd|passw(?:or)?d|secret|openid|unionid|uin|skey|(?:app|open)key|imei)[\s|([<]{1,5}["'`]?[\w.@-]{0,40}\d|[\u3400-\u9fff][a-z][ -]?(?=[a-z]{0,5}\d)[a-z\d]{5}|(?<![\w/-])[\w/-]{24}(?:(?<=\d[\w/-]{0,23})|[\w/-]*\d)/i;
/** A code that stands alone, and how WeChat's family ends a message: with the number of the call. */
const numbers =
  /^-?\d{1,7}$|,? (?:rid: (?=[\d-]*[a-f])[\da-f]{8}(?:-[\da-f]{8}){1,2}|hints: \[(?: req_id:)? ?[\w-]{9,23}!? ?\])$/;

function isPlain(text: string): boolean {
  return !signs.test(text) && !(/\d/.test(text) && digits.test(text));
}

/**
 * Whether a text needs no look for secrets: it has no sign without which nothing is found that is looked for. Most messages of servers do not. A text
 * in doubt may be harmless all the same.
 */
export function isHarmless(text: string): boolean {
  return isPlain(text) || isPlain(text.replace(numbers, ""));
}
