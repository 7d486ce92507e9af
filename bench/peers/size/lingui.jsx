// @bench group=i18n label="@lingui/react + core, same messages zh+en (compiled)"
import { i18n } from "@lingui/core";
import { I18nProvider, useLingui } from "@lingui/react";
import zh from "bench:lingui/zh";
import en from "bench:lingui/en";
export const App = ({ locale, children }) => {
  i18n.loadAndActivate({ locale, messages: locale === "zh" ? zh : en });
  return <I18nProvider i18n={i18n}>{children}</I18nProvider>;
};
export function Msg({ k, id }) {
  return useLingui()._(k, { id });
}
