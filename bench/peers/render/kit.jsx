// @bench label="tencent-error-kit ErrorNotice / ReauthPrompt"
import { ErrorNotice, ReauthPrompt, TencentErrorProvider } from "tencent-error-kit";
import en from "tencent-error-kit/locales/en";
import { useMemo } from "react";
import { ERRORS } from "../../data/errors.mjs";
import { clientOf } from "../../lib/kit.jsx";

const { client } = clientOf();
const codes = new Map(ERRORS.flatMap(([code, , ...titles]) => titles.map((title) => [title, code])));

export const Provider = ({ children }) => (
  <TencentErrorProvider client={client} locale={en}>
    {children}
  </TencentErrorProvider>
);
// its own words for the same code; each row's failure is an object of its own, as from a server
export function Notice({ title, onAction }) {
  const error = useMemo(() => ({ ret: codes.get(title), msg: title }), [title]);
  return <ErrorNotice error={error} onRetry={onAction} announce={false} />;
}
// a change that is refused at a click opens it; a failure in the background would show the banner first
export const { guard } = client;
export const close = () => client.reauth.cancel();
export const Dialog = () => <ReauthPrompt />;
