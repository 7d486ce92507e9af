const secretNames =
  /token|secret|(?:open|app|api|private|access|[svp]|pt|pf)key|passw|passphrase|pwd|pin$|otp$|authori[sz]ation|cookie|sess|sid$|jwt|bearer|credential|[cx]srf|ticket|assertion|verifier|hmac|state$|nonce|sig$|signature|keyst|gtk|bkn|uin$|openid|unionid|wxid|phone|mobile|mail$|ip$|idcard|idn(?:o$|um)|cardn(?:o$|um)|bankcard|cv[vc]|ssn|iban|passport|captcha|birth|dob$|wechat(?:id|no|num)|weixin|nick|address|addr$|(?:real|full|true|first|last|family|given|sur|user)name|qq$|qqn(?:o$|um)|qqid/;
/** Short enough to end longer words that are none: hotel, design, compass. */
const secretWords = /(?:^|_)(?:tel|sign|pass)(?:_?(?:no|num|number|str))?$/;
/** At the end of what is written without blanks, 请输入您的密码 as well. */
const chineseNames =
  /(?:密[码碼钥鑰]|口令|令牌|[凭憑][证證据據]|密文|私[钥鑰]|[验驗][证證][码碼]|校[验驗][码碼]|[动動][态態][码碼]|授[权權][码碼]|[签簽]名|票据|[会會][话話]|手[机機]|[电電][话話]|座[机機]|固[话話]|身[份分][证證]|[证證]件|[护護]照|生日|出生日期|[联聯][系繫絡络]人|收[件货貨]人|持卡人|[户戶]名|[账賬帳帐][号號户戶]|(?:[银銀]行|信用|[储儲]蓄)卡|[银銀]行[账賬帳][号號]|卡[号號]|姓名|名字|[昵暱][称稱]|地址|住址|[邮郵](?:箱|件)|信箱|qq|扣扣|微信|联系方式|聯繫方式)(?:字?[号號][码碼]?|[码碼])?(?:是|为|為)?$/i;
/** These codes are numbers, and secret. */
const secretCodes = /(?:sms|verify|verification|captcha|pass|check|v)code$/;

/** What a form says about a field of this name. */
const remark =
  /^(?:[请請]|不[能可合正存]|格式|[长長]度|已(?:存在|被|[过過]期|失效)|未|必填|[错錯][误誤]|有[误誤]|[无無]效|[为為]空)[\u3400-\u9fff]*$/;

/** Whether a field of this name holds a secret or something personal, however the name is spelled. A `code` does unless it is a number of the vendor's. */
export function isSecretName(name: string, value: string): boolean {
  if (remark.test(value)) return false;
  const plain = name.replace(/[_-]/g, "").toLowerCase();
  if (plain.endsWith("code") && !secretCodes.test(plain)) return !/^(?:-\d{0,10}|\d{0,7})\]*$/.test(value);
  if (secretNames.test(plain) || secretCodes.test(plain) || chineseNames.test(name)) return true;
  return secretWords.test(name.replace(/([a-z\d])(?=[A-Z])|-/g, "$1_").toLowerCase());
}
