import { attempt } from "../core/attempt.js";

declare const process: { readonly env: { readonly NODE_ENV?: string } };

/** Says in development, once, that nothing tells who has signed in. */
export function createAccountHint(): () => void {
  let isSaid = false;
  return () => {
    if (isSaid) return;
    isSaid = true;
    attempt(() => {
      if (process.env.NODE_ENV !== "production") warn();
    });
  };
}

function warn(): void {
  // eslint-disable-next-line no-console -- for developers, where an error would end a sign-in that has succeeded
  console.warn(
    "[tencent-error-kit] exchange told no account, and the client has no accountId. It can't be known whether the same person " +
      'has come back, so each held change is asked about before it is sent, also with replay: "auto". Return { accountId } from ' +
      "exchange, as your server knows it, or give createTencentErrorClient an accountId.",
  );
}
