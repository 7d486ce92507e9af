// The kit as a page has it, shared by its adapters.
import "tencent-error-kit/styles.css";
import { ErrorNoticeRegion, ReauthPrompt, TencentErrorProvider } from "tencent-error-kit";
import { createTencentErrorClient } from "tencent-error-kit/core";
import en from "tencent-error-kit/locales/en";
import { attachTencentErrors } from "tencent-error-kit/query";

const limits = { starts: Infinity, loopMs: 0, coolDownMs: 0 };

/** A client whose sign-in a measurement ends by hand, or by what `signIn` promises. */
export function clientOf(signIn) {
  let end;
  const start = () => ({
    outcome: signIn ? signIn().then(() => ({ status: "succeeded" })) : new Promise((resolve) => (end = resolve)),
  });
  const client = createTencentErrorClient({ reauth: { kind: "bench", start }, limits });
  return { client, end: () => end({ status: "succeeded" }) };
}

/** The whole kit on the storm's page: attached to its QueryClient, with the region and the prompt. */
export function storm({ QueryClient }) {
  const queryClient = new QueryClient();
  const { client, end } = clientOf();
  attachTencentErrors(queryClient, client);
  const recover = () => {
    client.reauth.start();
    end();
  };
  const Root = ({ children }) => (
    <TencentErrorProvider client={client} locale={en}>
      <ErrorNoticeRegion />
      {children}
      <ReauthPrompt />
    </TencentErrorProvider>
  );
  return { client: queryClient, notice: "dialog[open]", recover, Root };
}
