/**
 * Signs without which a text holds nothing that is looked for: assignments, quotes, encodings, four digits, long runs with a
 * digit, digits beside what may be a name, and what only folds to one of these. A code of the vendor's may stand in brackets.
 */
const doubtful =
  /[=:<>@%\\&"`+\u00a0-\u00bf\u2000-\u2fff\ufe50-\uff00\uff02-\uff07\uff0a\uff0b\uff0d-\uff1a\uff1c-\uff1e\uff20-\uffff\ud835「『【]|(?<![a-z])'|'(?![a-z])|(?<!\d|[(#](?=1\d{5}(?!\d)))\d{4}|\d\.\d+\.\d|--\w|\s(?:is|was)\s[!-~]{0,22}\d|\d\S{0,64}\s{0,2}(?:[（【([是为為]|(?:is|was|as)\s)|[是为為]\s{0,3}[!-~]|[码碼钥令牌照号號卡证證据话信名][\s|]{0,5}(?:[a-z][!-~]{0,20})?\d|(?:token|pwd|passw(?:or)?d|secret|openid|unionid|uin|skey|(?:app|open)key|imei)[\s|([<]{1,5}["'`]?[\w.@-]{0,40}\d|[\u3400-\u9fff][a-z][ -]?(?=[a-z]{0,5}\d)[a-z\d]{5}|(?<![\w/-])[\w/-]{24}(?:(?<=\d[\w/-]{0,23})|[\w/-]*\d)|\bb(?:earer|asic)\s|eyJ|AKID/i;
/** A code that stands alone, and how WeChat's family ends a message: with the number of the call. */
const numbers =
  /^-?\d{1,7}$|,? (?:rid: (?=[\d-]*[a-f])[\da-f]{8}(?:-[\da-f]{8}){1,2}|hints: \[(?: req_id:)? ?[\w-]{9,23}!? ?\])$/;

/** Whether a text needs no look for secrets. Most messages of servers do not. A text in doubt may be harmless all the same. */
export function isHarmless(text: string): boolean {
  return !doubtful.test(text) || !doubtful.test(text.replace(numbers, ""));
}
