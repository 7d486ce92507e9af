import { createValueEnd, type Span, wordEnd } from "./valueEnd.js";

/** `name=`, `a[name]=`, `"name":`, `name =>`: a name is what stands before such a sign, whatever stands before the name. */
const assigned =
  /(?<![\w\u3400-\u9fff-])([\w\u3400-\u9fff-]+)((?:\[[^[\]\s]{0,60}\]){0,9})["'`]?\]?["'`)】」』”]?\s{0,9}(?::=|={1,3}>?|:>?|\s->\s|→)\s{0,9}(?:string\(\d{1,9}\)\s)?(["'`])?/g;
/** `["name", "value"` in a list, where no sign follows either. */
const listed = /(?<=[[(,]\s{0,9})["'`]([\w\u3400-\u9fff-]+)()["'`]\s{0,9},\s{0,9}(?:(["'`])|(?=[-\d]))/g;
/** `"name": "…", "value": "…"` as headers are recorded, and fields in HTML. */
const described =
  /(?<![\w-])(?:name|key|field|header)["'`]?\s{0,9}[=:]\s{0,9}["'`]?([\w\u3400-\u9fff-]+)()["'`]?\s{0,9},?\s{0,9}["'`]?(?:value|content)["'`]?\s{0,9}[=:]\s{0,9}(["'`])?/gi;
/** 密码是… */
const spoken = /((?:[\u3400-\u9fff]|qq){2,9}[是为為])()\s{0,3}(["'`])?(?=[!-~])/gi;
/** 验证码 123456, 令牌「…」 */
const beside =
  /([\u3400-\u9fff]{1,8}[码碼钥令牌照号號卡证證据话信名])()(?:[\s|]{0,5}(?=(?:[a-z][!-~]{0,20})?\d)(?!\d{1,3}-\d{1,3}(?![\d-]))(?=[a-z\d][!-~]{3})|(?=[「『“【][!-~\u3400-\u9fff]))/gi;
/** token abc123, password 'hunter2' */
const next =
  /(?<![\w-])([\w-]{0,20}(?:token|passw(?:or)?d|pwd|secret|openid|unionid|uin|skey|(?:app|open)key|imei))()[\s|([<（「【]{1,5}(["'`])?(?=[\w.@-]{0,40}\d)(?=\d{8}|[\w.@-]{0,40}[a-z_@])(?=[\w.@-]{7})/gi;
/** my password is …, your verification code is … */
const told = /(?<![\w-])((?:[a-z]{2,12}[ _-])?[a-z]{2,12})()\s(?:is|was)\s(["'`])?(?=[!-~]{4})(?=[!-~]{0,20}\d)/gi;
/** --token … */
const option = /(?<=(?<![\w-])--)([\w-]+)()\s{1,3}(?:(["'`])|(?=[!-~]{0,20}\d))/g;
/** What one pair of brackets holds: `{"value": "…", "name": "…"}` and `<input>` in any order, with other fields between. */
const record = /[{<][^{}<>]+/g;
const recordName = /(?<![\w-])(?:name|key|field|header|id|type)["'`]?\s{0,9}[=:]\s{0,9}["'`]?([\w\u3400-\u9fff-]+)/gi;
const recordValue = /(?<![\w-])(?:value|content)["'`]?\s{0,9}[=:]\s{0,9}(["'`])?/gi;
/** 123456 is your login code, 123456（验证码）, 123456是您的验证码: what stands before its name has digits. */
const before: readonly RegExp[] = [
  /(?<![\w!@#$%^*+.~-])(?=[\w!@#$%^*+.~-]{0,20}\d)([\w!@#$%^*+.~-]{4,64})\s(?:is|was|as)\s((?:your|my|the|our)\s(?:[\w-]{1,20}\s){0,4}?(?:code|pin|otp|token|secret|pass\w{1,6}))\b/gi,
  /(?<![\w!@#$%^*+.~-])(?=[\w!@#$%^*+.~-]{0,20}\d)([\w!@#$%^*+.~-]{4,64})(?:\s{0,2}[（【「]|\s[([]|[([](?=[\u3400-\u9fff]))\s?([\w\u3400-\u9fff -]{2,40})[)\]）】」]/g,
  /(?<![\w!@#$%^*+.~-])(?=[\w!@#$%^*+.~-]{0,20}\d)([\w!@#$%^*+.~-]{4,64})\s?[是为為]([\u3400-\u9fff]{1,10}?(?:[码碼牌]|令(?!牌)))(?!错|錯|有|[无無]|已|不|[过過]|失|[类類]|[长長])/g,
];
/** As PHP writes its values: `s:8:"password";s:6:"…";`, and in a session `password|s:6:"…";`. */
const serial = /(?<![\w\u3400-\u9fff-])([\w\u3400-\u9fff-]+)["']?[;|]s:\d{1,9}:["']/gi;
const serialNumber = /(?<![\w\u3400-\u9fff-])([\w\u3400-\u9fff-]+)["']?[;|][idb]:(?=[-\d])/gi;
/** A part of a form with several parts. */
const part = /form-data;[^\n]{0,200}?(?<![\w-])name=["']?([\w\u3400-\u9fff[\]-]+)["']?;?\s{1,9}(?=\S)/gi;
const element = /(?<!\w)<(?:[\w-]{1,40}:)?([\w\u3400-\u9fff-]+)(?:\s[^<>]{0,200})?>\s{0,9}/g;

/**
 * Where the values of secret names stand. What one name takes hides no other name: each is found by itself. `isRead` says what
 * reads alike in a layer that was read before.
 */
export function namedSpans(
  text: string,
  mask: string,
  isRead: (start: number, end: number) => boolean,
): readonly Span[] {
  const spans: Span[] = [];
  const isMasked = (start: number): boolean =>
    text
      .slice(start, start + 30)
      .replace(/^[\\"'`]+/, "")
      .startsWith(mask);
  const note = (name: string, start: number, end: number): void => {
    if (end > start && !isMasked(start) && isSecretName(name, text.slice(start, end))) spans.push([start, end]);
  };
  for (const pattern of [assigned, described, spoken, beside, next, told, option, listed]) {
    const valueEnd = createValueEnd(text);
    for (const { index, 0: head, 1: outer = "", 2: inner = "", 3: quote } of text.matchAll(pattern)) {
      const start = index + head.length;
      const name = secretIn(`${outer.replace(" ", "_")}[${inner}`);
      // the layer before has read a quoted value to its end; an unquoted one may end at a sign that only this layer decodes
      if (name === undefined || (quote !== undefined && isRead(index, start))) continue;
      const end = pattern === beside && quote === undefined ? wordEnd(text, start) : valueEnd(start, name, quote);
      if (pattern !== listed || isValue(text, start, end, quote)) note(name, start, end);
    }
  }
  const ends = createValueEnd(text);
  for (const { index: at, 0: inner } of text.matchAll(record)) {
    const name = [...inner.matchAll(recordName)].map(([, found = ""]) => secretIn(found)).find((found) => found);
    if (name === undefined) continue;
    for (const { index, 0: head, 1: quote } of inner.matchAll(recordValue)) {
      const start = at + index + head.length;
      if (quote === undefined || !isRead(at + index, start)) note(name, start, ends(start, name, quote));
    }
  }
  for (const pattern of before)
    for (const { index, 1: value = "", 2: names = "" } of text.matchAll(pattern))
      note(
        names
          .split(/[\s-]+/)
          .slice(-2)
          .join(""),
        index,
        index + value.length,
      );
  for (const [pattern, stop] of [
    [serial, /["'];|$/g],
    [serialNumber, /;|$/g],
    [part, /\n--|\s-{4}|$/g],
    [element, /<\/|\n|$/g],
  ] as const) {
    let end = -1;
    for (const { index, 0: head, 1: names = "" } of text.matchAll(pattern)) {
      const start = index + head.length;
      const name = secretIn(names);
      if (name === undefined) continue;
      stop.lastIndex = start;
      if (end < start) end = stop.exec(text)?.index ?? text.length;
      note(name, start, end);
    }
  }
  return spans;
}

function secretIn(names: string): string | undefined {
  return names.split(/[^\w\u3400-\u9fff-]+/).find((name) => isSecretName(name, "x"));
}

/** In a list a name may stand behind a name; and what a sign follows is a name itself. */
function isValue(text: string, start: number, end: number, quote: string | undefined): boolean {
  const isName = quote !== undefined && /^.\s{0,9}:/s.test(text.slice(end, end + 11));
  const value = text.slice(start, end);
  // names are words: what has digits or signs is random, and may hold such a word by chance
  return !isName && !(/^[a-z\u3400-\u9fff_-]+$/i.test(value) && isSecretName(value, "x"));
}

const secretNames =
  /token(?!type)|secret|(?:open|app|api|private|access|super|client|sign|mch|master|[svp]|v3|pt|pf)key|passw|passphrase|pwd|pin$|otp$|authori[sz]ation|cookie|sess|sid$|jwt|bearer|credential|[cx]srf|ticket|assertion|verifier|hmac|state$|nonce|sigx?$|signature|keyst|encrypteddata|rememberme|salt$|imei|imsi|oaid|gtk|bkn|uin$|openid|unionid|wxid|phone|mobile|mail$|(?<!v)ip$|idcard|(?:id|card|account|cert|certificate|(?<!tem)plate|qq)n(?:o$|um)|bank(?:card|acc)|cv[vc]|ssn(?:$|n)|iban|passport|captcha|birth|dob$|licen[cs]eplate|wechat(?:id|no|num|$)|weixin|nick|address|addr$|(?:real|full|true|first|last|family|given|sur|user|login|contact|receiver|consignee|customer|holder|payer|buyer|student|patient)name|useraccount|linkman|consignee$|mima$|xingming|shouji|sfz|qq$|qqid/;
/** Short enough to end longer words that are none: hotel, design, compass. */
const secretWords = /(?:^|_)(?:tel|sign|pass|vx|iv)(?:_?(?:no|num|number|str))?$/;
/** At the end of what is written without blanks, 请输入您的密码 as well. */
const chineseNames =
  /(?:密[码碼钥鑰]|口令|令牌|[凭憑][证證据據]|密文|私[钥鑰]|[验驗][证證][码碼]|短信[码碼]|通行[证證]|校[验驗][码碼]|[动動][态態][码碼]|授[权權][码碼]|(?:邀[请請]|激活|[兑兌][换換]|提取|取(?:件|[货貨])|恢[复復]|[备備]用|安全|付款|核[销銷])[码碼]|[车車]牌|[驾駕](?:照|[驶駛][证證])|[签簽]名|票据|[会會][话話]|手[机機]|[电電][话話]|座[机機]|固[话話]|身[份分][证證]|[证證]件|[护護]照|生日|出生日期|[联聯][系繫絡络]人|收[件货貨]人|持卡人|[户戶]名|[账賬帳帐][号號户戶]|(?:[银銀]行|信用|[储儲]蓄)卡|[银銀]行[账賬帳][号號]|卡[号號]|姓名|名字|[昵暱][称稱]|地址|住址|[邮郵](?:箱|件)|信箱|qq|扣扣|微信|联系方式|聯繫方式)(?:字?[号號][码碼]?|[码碼])?(?:是|为|為)?$/i;
/** These codes are numbers, and secret. */
const secretCodes =
  /(?:(?:verif|invit|activa|confirm|(?<!in)valid)[a-z]*|sms|captcha|pass|check|redeem|recovery|backup|security|login|your|my|v|mail|phone|mobile|otp|fa(?:ctor)?|pin|access|coupon)code$/;

/** What a form says about a field of this name. */
const remark =
  /^(?:[请請]|不[能可合正存]|格式|[长長]度|已(?:存在|被|[过過]期|失效)|未|必填|[错錯][误誤]|有[误誤]|[无無]效|[为為]空)[\u3400-\u9fff]*$/;

/** Whether a field of this name holds a secret or something personal, however the name is spelled. A `code` does unless it is a number of the vendor's. */
export function isSecretName(name: string, value: string): boolean {
  if (remark.test(value)) return false;
  const plain = name.replace(/[_-]/g, "").toLowerCase();
  if (plain.endsWith("code") && !secretCodes.test(plain)) return !/^(?:-\d{0,10}|\d{0,7})[\])}>.）]*$/.test(value);
  if (secretNames.test(plain) || secretCodes.test(plain) || chineseNames.test(name)) return true;
  return secretWords.test(name.replace(/([a-z\d])(?=[A-Z])|-/g, "$1_").toLowerCase());
}
