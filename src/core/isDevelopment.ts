declare const process: { readonly env: { readonly NODE_ENV?: string } };

/** Whether mistakes of the app should be loud. Bundlers fill the variable in, so that checks cost production nothing. */
export function isDevelopment(): boolean {
  try {
    return process.env.NODE_ENV !== "production";
  } catch {
    return false;
  }
}
