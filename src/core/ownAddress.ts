/**
 * An address of the app's own, whole, as the provider must know it.
 * @throws TypeError when it leads to another origin or is no web address.
 */
export function ownAddress(address: string, base: string): string {
  const url = new URL(address, base);
  if (url.origin === new URL(base).origin && /^https?:$/.test(url.protocol)) return url.href;
  throw new TypeError(
    `[tencent-error-kit] redirectUri leads to "${url.origin}", but only a page of this app can receive the sign-in. ` +
      "Give a path of this origin, such as /tencent-callback.html.",
  );
}
