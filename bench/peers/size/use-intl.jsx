// @bench group=i18n label="use-intl, same messages zh+en"
import { IntlProvider, useTranslations } from "use-intl";
import zh from "bench:catalog/zh";
import en from "bench:catalog/en";
export const App = ({ locale, children }) => (
  <IntlProvider locale={locale} messages={locale === "zh" ? zh : en}>
    {children}
  </IntlProvider>
);
export function Msg({ k, id }) {
  return useTranslations()(k, { id });
}
