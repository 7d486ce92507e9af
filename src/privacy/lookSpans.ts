import type { Span } from "./valueEnd.js";

type Judge = (found: string, before: string) => boolean | number;

/** Words that are said of tokens, and are none. */
const aboutTokens =
  /^(?:tokens?|auth(?:entication|orization|enticate)?|access|realm|scheme|login|credentials?|header|user|is|was|not|or|and|type|usage|error|info(?:rmation)?|setup|plan|mode|settings?)$/i;
/** Letters with few digits behind them, a short number, or words that are joined by their capitals. */
const word = /^(?:[A-Za-z]+\d{0,3}|\d{1,4}|[A-Za-z]+(?:\d{1,2}(?=[A-Z][a-z]{2})[a-zA-Z]+)+\d{0,3})?$/;

// each begins only where a run of its letters begins, and has an end in sight: so a text is read a fixed number of times
// prettier-ignore
const looks: readonly (readonly [pattern: RegExp, judge?: Judge])[] = [
  [/\b(?:Bearer|Basic)\s+[\w.~+/=-]+/gi, (found) => !aboutTokens.test(found.replace(/^\w+\s+|[.]+$/g, ""))],
  [/(?<![A-Za-z\d])eyJ[\w-]+(?:\.[\w-]*){0,4}/g],
  [/(?<![A-Za-z\d])AKID\w+/g],
  [/(?:(?<![\w.+-])[\w.+-]+|[\u3400-\u9fff]{1,4})@(?:[\w\u3400-\u9fff-]+\.)+[a-z\u3400-\u9fff][\w\u3400-\u9fff-]+/gi, (found) => !/@\d+\.\d+\.\d/.test(found)],
  // phones: mobile numbers of China, with the country before them and their groups apart; those of other countries; fixed lines
  [/(?<!\d|\d\.)(?:(?:\+|00)?86[ .-]?|0)?1[3-9]\d(?:(?:[ .+_-]?\d{4}){2}|[ -]\d{3}[ -]\d{5})(?!\d)/g],
  [/(?<![\w+])\+[1-9]\d{0,2}[ .-]?\(?\d[\d ().-]{5,16}\d(?!\d)/g, (found) => found.replace(/\D/g, "").length >= 8 && !/\d{4}-\d\d-\d\d/.test(found)],
  [/(?<![\d.-])0\d{2,3}[ -]\d{7,8}(?![\d-])/g],
  [/\(\d{3}\) ?\d{3}-\d{4}(?!\d)/g],
  [/(?<![\d.])09\d\d([ -]?)\d{3}\1\d{3}(?!\d)/g],
  [/-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----(?:[^-]|-(?!----))*/g],
  [/(?<![\d-])\d{3}-\d\d-\d{4}(?![\d-])/g],
  // identity cards, of 18 and of 15 digits
  [/(?<!\d)[1-9]\d{5}[ -]?(?:18|19|20)\d\d[ -]?(?:0[1-9]|1[0-2])[ -]?(?:0[1-9]|[12]\d|3[01])[ -]?\d{3}[\dXx](?!\d)/g],
  [/(?<!\d)[1-9]\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?!\d)/g],
  [/(?<!\d)(?:[3-69]\d|2[2-7])\d\d(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?!\d)/g, isCard],
  [/(?<![a-z])(?:qq群?|[加q扣]q|企[鹅鵝])(?:[号號][码碼]?)?[\s:(]{0,3}\d{7,11}(?!\d)|加q[\s:]{0,3}\d{5,11}(?!\d)|qq[号號][码碼]?\s{0,3}\d{5,11}(?!\d)/gi],
  // plates of cars, and the longer ones of electric ones
  [/[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][ ·•-]?(?:(?=[A-Z]{0,4}\d)[A-HJ-NP-Z\d]{5}|[A-HJK][A-HJ-NP-Z\d]\d{4}|\d{5}[A-HJK])(?![A-Za-z\d])/g],
  // addresses of machines; a product's version only looks like one
  [/(?<![\w.])(?:[a-z]+\/)?\d{1,3}(?:\.\d{1,3}){3}(?!\w|\.\d)/gi, isAddress4],
  [/(?<![\da-f:])(?=[\da-f]*:)[\da-f:]+(?:\.\d{1,3}){0,3}(?:%\w{1,16})?(?!\w)/gi, isAddress6],
  [/(?<=:\/\/)[^\s/@:]{0,256}:[^\s/@]{1,256}(?=@)/g],
  [/(?<=(?<![\w-])(?:-u|--user|--proxy-user)[ =]{0,3}["']?)[^\s"':]{1,256}:[^\s"']+/g],
];
// prettier-ignore
const random: readonly (readonly [pattern: RegExp, judge?: Judge])[] = [
  [/(?<![\da-f])[\da-f]{32,}(?![\da-z])/gi, (found) => /\d/.test(found)],
  [/(?<![\w+/-])[\w+/-]{24,}={0,2}/g, (found, before) => isRandom(found) && !isRequestId(found, before)],
];

/** Where a text holds what is secret or personal whatever it is called. An id of a call may look as random as a token. */
export function lookSpans(text: string, isId = false): readonly Span[] {
  const spans: Span[] = [];
  for (const [pattern, judge] of isId ? looks : [...looks, ...random])
    for (const { 0: found, index } of text.matchAll(pattern)) {
      const skipped = judge?.(found, text.slice(Math.max(0, index - 24), index)) ?? true;
      if (skipped !== false) spans.push([index + (skipped === true ? 0 : skipped), index + found.length]);
    }
  return spans;
}

function isRandom(run: string): boolean {
  return /\d/.test(run) && /[a-z]/i.test(run) && !run.split(/[/_-]/).every((one) => word.test(one));
}

/** Four numbers below 256 that are no version of a product. */
function isAddress4(found: string, before: string): boolean {
  return (
    !/^[A-Z]\w*\/|\d{3}(?<!1\d\d|2[0-4]\d|25[0-5])/.test(found) &&
    !/(?:\bv(?:er(?:sion)?)?|版本号?)[\s:=]*$/i.test(before)
  );
}

/** What the vendor finds a call by, where its name stands before it. */
function isRequestId(run: string, before: string): boolean {
  return (
    /^[\da-f]{8}(?:-[\da-f]{4,12}){2,4}$/i.test(run) &&
    /(?:req\w*|trace|log|r)_?-?id["']?\s{0,3}[=:]\s{0,3}["']?$/i.test(before)
  );
}

/** Luhn's sum. */
function isCard(found: string): boolean {
  const digits = found.replace(/\D/g, "");
  let sum = 0;
  for (let place = 1; place <= digits.length; place += 1) {
    const digit = Number(digits.at(-place)) * (place % 2 === 0 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

/** How far into `found` an address of IPv6 begins, or false. Times, scopes of C++ and words of hexadecimal letters are none. */
function isAddress6(found: string, before: string): number | false {
  const glued = /[^\W\d_]$/.test(before) ? found.indexOf(":") + 1 : 0;
  for (const start of [glued, found.startsWith(":") && !found.startsWith("::") ? 1 : 0]) {
    const address = found
      .slice(start)
      .replace(/%.*/, "")
      .replace(/(?<=[^:]):$/, "");
    if (isWhole(address) && (start === 0 || !address.startsWith("::"))) return start;
  }
  return false;
}

function isWhole(address: string): boolean {
  const [head = "", tail, ...more] = address.split("::");
  const groups = [head, tail ?? ""].flatMap((side) => (side === "" ? [] : side.split(":")));
  const size = groups.length + (address.includes(".") ? 1 : 0);
  const isSpelled = groups.every((group, index) =>
    index === groups.length - 1 && group.includes(".")
      ? /^\d+(?:\.\d+){3}$/.test(group)
      : /^[\da-f]{1,4}$/i.test(group),
  );
  if (!isSpelled || more.length > 0 || size > 8) return false;
  // without a gap also what is cut, and addresses of network cards
  return tail === undefined ? size >= 5 : size > 0 && (/\d/.test(address) || size >= 3);
}
