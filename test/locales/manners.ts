type Text = readonly [place: string, text: string];
type Manner = readonly [rule: string, pattern: RegExp, whose?: "users"];

// prettier-ignore
const cjk: readonly Manner[] = [
  ["spacing", /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][A-Za-z0-9{]|[A-Za-z0-9}][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ["punctuation", /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][,;:?()]|\.$|\.\.\./u],
];
const chinese: readonly Manner[] = [...cjk, ["address", /您/]];
const traditional: readonly Manner[] = [
  ...chinese,
  [
    "script",
    /[请录后继续刚应问题这边现没联时错误码个开腾讯访频确认设务丢网络连检随识详发账号换权页复过说关闭会诉则标签]/,
  ],
  ["jargon", /令牌|權杖|憑證|認證資料|隨機數|時間戳|識別碼|識別資料|金鑰|密鑰/, "users"],
];

/** What a sentence of one language never has. The words for developers alone are in the glossary. */
// prettier-ignore
const manners: Readonly<Record<string, readonly Manner[]>> = {
  en: [["opposite", /sign-in has ended/i, "users"], ["jargon", /\b(allow|white)-?list|identifier|\bgrant/i, "users"]],
  "zh-CN": [...chinese, ["script", /[請錄後繼續剛應問題這邊現沒聯時錯誤碼個開騰訊頻確認設務網絡連檢隨識詳發帳號換權頁復過說關閉會訴則標簽]/], ["jargon", /令牌|凭证|凭据|随机数|时间戳|标识|密钥/, "users"]],
  "zh-TW": [...traditional, ["region", /網絡|軟件|信息|默認|賬|登錄|用戶|鏈接|調用/]],
  "zh-HK": [...traditional, ["region", /網路|帳號|資訊|預設|賬|登錄|使用者|連結|身分|呼叫/]],
  ja: [...cjk, ["jargon", /トークン|認証情報|資格情報|識別子|認可|承認|タイムスタンプ|ホワイトリスト/, "users"], ["address", /あなた/]],
  ko: [["opposite", /로그인이 끝났/], ["address", /니다|십시오|당신/], ["jargon", /토큰|자격 ?증명|식별자|인가|인증 정보|타임스탬프|파라미터|화이트리스트/, "users"]],
  de: [["opposite", /Anmeldung (?:ist|wurde) beendet/], ["address", /(?<!^|[.?:] )\b(?:Sie|Ihnen|Ihr(?:e[nmrs]?)?)\b/u], ["jargon", /Kennung|Zugangsdaten|autoris|Zeitstempel|Schnittstelle|Anmeldeinformation|Wei(?:ß|ss)e Liste/i, "users"]],
  fr: [["address", /(?<!\p{L})(?:tu|ton|ta|tes|toi)(?!\p{L})/iu], ["punctuation", /[^\u00a0][?;:](?: |$)/], ["jargon", /jeton|identifiant|habilit|horodat|liste (?:blanche|d'autor)|interface/i, "users"]],
  es: [["address", /(?<!\p{L})(?:usted|vos|vosotros)(?!\p{L})/iu], ["punctuation", /^[^¿]*\?/], ["jargon", /credencial|identificador|autoriza|marca de tiempo|lista blanca|interfaz/i, "users"]],
  "pt-BR": [["address", /(?<!\p{L})(?:tu|teu|tua|vós)(?!\p{L})/iu], ["jargon", /credencia|identificador|autoriza|carimbo|lista branca|interface/i, "users"]],
  it: [["address", /(?<!\p{L})(?:Lei|La preghiamo)(?!\p{L})/u], ["jargon", /credenzial|identificator|parametr|gettone|marca temporale|interfaccia/i, "users"]],
  ru: [["opposite", /Вход(?: через QQ)? завершён/], ["address", /(?<!\p{L})(?:ты|тебе|тебя|твой|твоего)(?!\p{L})/iu], ["jargon", /(?<!\p{L})(?:токен|учётн|идентификатор|авториз|метк|ключ)/iu, "users"], ["spelling", /(?<!\p{L})(?:еще|отчет|учетн|истек(?!л)|закончен)/iu]],
  id: [["address", /\b(?:kamu|kau|kalian)\b/i], ["jargon", /kredensial|pengenal|otorisasi|autoris|stempel waktu|daftar putih|antarmuka/i, "users"]],
  vi: [["jargon", /xác thực|định danh|ủy quyền|mã thông báo|dấu thời gian|khóa|giao diện/i, "users"]],
  th: [["punctuation", /[.?!]$/], ["jargon", /โทเค็น|ข้อมูลรับรอง|ตัวระบุ|คีย์|ตราประทับเวลา/, "users"]],
  ar: [["punctuation", /\p{Script=Arabic}\s*[?,;]/u], ["order", /0x\w+ 0x|(?<!\u2068)\{(?:code|id|time)\}|\{(?:code|id|time)\}(?!\u2069)/], ["jargon", /بيانات الاعتماد|معرّف|رمز (?:مميز|الوصول)|الرمز المميز|تفويض|مفتاح/, "users"]],
};

/** Scripts in which every sentence has a letter. */
const scripts: Readonly<Record<string, RegExp>> = {
  zh: /\p{Script=Han}/u,
  ja: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
  ko: /\p{Script=Hangul}/u,
  ru: /\p{Script=Cyrillic}/u,
  th: /\p{Script=Thai}/u,
  ar: /\p{Script=Arabic}/u,
};

/** What breaks the manners of its language, and what is not in its script. */
export function mannerRule(tag: string, texts: readonly Text[]): string[] {
  const own = manners[tag];
  if (own === undefined) return [`manners lack: ${tag}`];
  const script = scripts[tag.split("-")[0] ?? ""] ?? /\p{Script=Latin}/u;
  return texts.flatMap(([place, text]) => {
    const broken = own.filter(
      ([, pattern, whose]) => pattern.test(text) && (whose === undefined || place.startsWith("words.")),
    );
    return [...broken.map(([rule]) => `${rule}: ${place}`), ...(!script.test(text) ? [`untranslated: ${place}`] : [])];
  });
}
