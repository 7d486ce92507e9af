const secretNames =
  /token|secret|(?:open|app|api|private|access|[svp]|pt|pf)key|passw|passphrase|pwd|pin$|otp$|authori[sz]ation|cookie|sess|sid$|jwt|bearer|credential|[cx]srf|ticket|assertion|verifier|hmac|state$|nonce|sig$|signature|keyst|gtk|bkn|uin$|openid|unionid|wxid|phone|mobile|mail$|ip$|idcard|idn(?:o$|um)|cardn(?:o$|um)|bankcard|cvv|nick|address|addr$|(?:real|full|true|first|last|family|given|sur)name|qq$|qqn(?:o$|um)|qqid/;
/** Short enough to end longer words that are none: hotel, design, compass. */
const secretWords = /(?:^|_)(?:tel|sign|pass)(?:_?(?:no|num|number|str))?$/;
/** At the end of what is written without blanks, 请输入您的密码 as well. */
const chineseNames =
  /(?:密[码碼钥鑰]|口令|令牌|[凭憑][证證据據]|密文|私[钥鑰]|[验驗][证證][码碼]|校[验驗][码碼]|[动動][态態][码碼]|授[权權][码碼]|[签簽]名|票据|[会會][话話]|手[机機]|[电電][话話]|座[机機]|固[话話]|身[份分][证證]|[证證]件|[银銀]行卡|[银銀]行[账賬帳][号號]|卡[号號]|姓名|名字|[昵暱][称稱]|地址|住址|[邮郵](?:箱|件)|信箱|qq|扣扣|微信|联系方式|聯繫方式)(?:字?[号號][码碼]?|[码碼])?(?:是|为|為)?$/i;
/** These codes are numbers, and secret. */
const secretCodes = /(?:sms|verify|verification|captcha|pass|check|v)code$/;

/** Whether a field of this name holds a secret or something personal, however the name is spelled. A `code` does unless it is a number of the vendor's. */
export function isSecretName(name: string, value: string): boolean {
  const plain = name.replace(/[_-]/g, "").toLowerCase();
  if (plain.endsWith("code") && !secretCodes.test(plain)) return !/^(?:-\d{0,10}|\d{0,7})\]*$/.test(value);
  if (secretNames.test(plain) || secretCodes.test(plain) || chineseNames.test(name)) return true;
  return secretWords.test(name.replace(/([a-z\d])(?=[A-Z])|-/g, "$1_").toLowerCase());
}
