// @bench label="tencent-error-kit ErrorNotice / ReauthPrompt"
import { ErrorNotice, ReauthPrompt, TencentErrorProvider } from "tencent-error-kit";
import en from "tencent-error-kit/locales/en";
import { useLayoutEffect, useMemo } from "react";
import { ERRORS } from "../../data/errors.mjs";
import { clientOf } from "../../lib/kit.jsx";

const { client } = clientOf();
const expired = client.diagnose({ ret: 100014 });
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
export function Dialog({ open }) {
  useLayoutEffect(() => {
    if (open) client.reauth.require(expired);
    else client.reauth.cancel();
  }, [open]);
  // a failure in the background opens no dialog by itself
  return <ReauthPrompt interrupt="always" />;
}
