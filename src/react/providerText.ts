import { localeText } from "../i18n/localeText.js";
import type { LocaleText, UserLocale } from "../i18n/Locale.js";
import { withProvider } from "../i18n/withProvider.js";
import type { TencentErrorContextValue } from "./PageContext.js";
import type { Provider } from "../model/ReauthSnapshot.js";

/** Each language with the names that were put into it. */
const named = new WeakMap<UserLocale, Map<string, LocaleText>>();

/** The page's words where one of several providers signs in. The name of the only one is in them already. */
export function providerText(
  { client, text }: Pick<TencentErrorContextValue, "client" | "text">,
  provider: Provider | null | undefined,
): LocaleText {
  const { name } = provider ?? {};
  if (name === undefined || client.provider?.name === name) return text;
  const texts = named.get(text.locale) ?? new Map<string, LocaleText>();
  named.set(text.locale, texts);
  const found = texts.get(name) ?? localeText(withProvider(text.locale, name));
  texts.set(name, found);
  return found;
}
