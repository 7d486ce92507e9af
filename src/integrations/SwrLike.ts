/** A function that SWR calls with a key, and for a mutation with an argument. */
export type SwrFetcher = (...args: readonly unknown[]) => unknown;

/** Any hook of SWR. */
export type SwrHook = (...args: never[]) => unknown;

/** What the kit puts into SWR's configuration. */
export interface SwrLike {
  readonly use: (<Next extends SwrHook>(useNext: Next) => Next)[];
  onErrorRetry(
    error: unknown,
    key: string,
    config: object,
    revalidate: (options: { readonly retryCount: number; readonly dedupe: boolean }) => unknown,
    options: { readonly retryCount: number; readonly dedupe: boolean },
  ): void;
}
