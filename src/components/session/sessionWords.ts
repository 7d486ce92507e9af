/** What the banner says: when the session ends, as the language writes a time to come, and the button. */
interface SessionWords {
  /** `{when}`: in 2 minutes. */
  readonly ends: string;
  readonly stay: string;
}

const en: SessionWords = { ends: "Your session ends {when}", stay: "Stay signed in" };

/** By language tag. Chinese and English were written by the kit's authors, the others wait for a reader as the other words do. */
// prettier-ignore
const words: Readonly<Record<string, SessionWords>> = {
  ar: { ends: "تنتهي جلستك {when}", stay: "البقاء مسجّلاً" },
  de: { ends: "Ihre Sitzung endet {when}", stay: "Angemeldet bleiben" },
  en,
  es: { ends: "Tu sesión termina {when}", stay: "Mantener la sesión iniciada" },
  fr: { ends: "Votre session se termine {when}", stay: "Rester connecté" },
  id: { ends: "Sesi Anda berakhir {when}", stay: "Tetap masuk" },
  it: { ends: "La sessione termina {when}", stay: "Resta connesso" },
  ja: { ends: "ログインの有効期限が{when}に切れます", stay: "ログインを続ける" },
  ko: { ends: "{when} 로그인이 만료됩니다", stay: "로그인 유지" },
  "pt-BR": { ends: "Sua sessão termina {when}", stay: "Continuar conectado" },
  ru: { ends: "Сеанс завершится {when}", stay: "Остаться в системе" },
  th: { ends: "เซสชันของคุณจะสิ้นสุด{when}", stay: "อยู่ในระบบต่อ" },
  vi: { ends: "Phiên đăng nhập của bạn kết thúc {when}", stay: "Duy trì đăng nhập" },
  "zh-CN": { ends: "登录状态将在{when}结束", stay: "保持登录" },
  "zh-HK": { ends: "登入狀態將在{when}結束", stay: "保持登入" },
  "zh-TW": { ends: "登入狀態將在{when}結束", stay: "保持登入" },
};

/** The sentence and the button, in a language of the kit or, for one of the app's own, in English. */
export function sessionWords(tag: string, leftMs: number): SessionWords {
  const found = words[tag] ?? words[tag.split("-")[0] ?? ""];
  const { ends, stay } = found ?? en;
  return { ends: ends.replace("{when}", whenOf(found ? tag : "en", leftMs)), stay };
}

/** Whole minutes, and in the last one tens of seconds: nothing ticks. */
function whenOf(tag: string, leftMs: number): string {
  const seconds = Math.max(10, Math.ceil(leftMs / 10_000) * 10);
  const [value, unit] = seconds > 60 ? ([Math.ceil(seconds / 60), "minute"] as const) : ([seconds, "second"] as const);
  return new Intl.RelativeTimeFormat(tag).format(value, unit);
}
