declare const process: { readonly env: { readonly NODE_ENV?: string } };

const secretName = /secret|app_?key|private_?key|password|access_?token|refresh_?token/i;

/** Stops an app that hands over what must stay on its server. @throws TypeError in development; production ignores the option. */
export function refuseSecrets(maker: string, options: object): void {
  try {
    // asked right here, and wherever else: bundlers fold it, and the words cost production nothing
    if (process.env.NODE_ENV !== "production") checkNames(maker, options);
  } catch (error) {
    rethrowOwn(error);
  }
}

function checkNames(maker: string, options: object): void {
  const name = Object.keys(options).find((key) => secretName.test(key));
  if (name === undefined) return;
  throw new TypeError(
    `[tencent-error-kit] ${maker} was given "${name}". Everything in a page can be read by everybody who opens it. ` +
      "Keep it on your server and exchange the code there.",
  );
}

/**
 * Lets through what the kit says to developers, and nothing else: a page without a bundler has no `process`, or half of one.
 * For the `catch` beside `process.env.NODE_ENV`, which each check asks itself, so that bundlers fold it away with its words.
 */
export function rethrowOwn(error: unknown): void {
  if (String(error).includes("[tencent-error-kit]")) throw error;
}
