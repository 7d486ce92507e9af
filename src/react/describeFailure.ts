import { resolve } from "../i18n/resolve.js";
import { createActions } from "./createActions.js";
import { draftChunk } from "./draftChunk.js";
import type { Retry, SomeError, UseTencentErrorOptions } from "./ErrorState.js";
import type { WorstFailure } from "./pickFailure.js";
import { providerText } from "./providerText.js";
import type { TencentErrorContextValue } from "./PageContext.js";

interface DescribedFailure {
  readonly context: TencentErrorContextValue;
  readonly found: WorstFailure;
  readonly options: UseTencentErrorOptions;
  readonly retry: Retry;
  readonly canRetry: boolean;
  readonly isHealed?: boolean;
  /** What is said in place of the code's own sentence: while a countdown runs, or where a sign-in did not help. */
  readonly instead?: string | undefined;
  /** What the button says whose report was copied. */
  readonly copied?: string | undefined;
  readonly onCopied?: () => void;
  dismiss(): void;
}

/** A failure with its words and its actions. While its data layer retries by itself the words wait, except those of a limit that is waited for. */
export function describeFailure(parts: DescribedFailure): SomeError {
  const { context, found, options, retry, canRetry, isHealed = false, instead, copied, onCopied, dismiss } = parts;
  const { call, diagnosis, errors } = found;
  const { hasData = false, dataUpdatedAt = null } = call;
  const audience = options.audience ?? context.audience;
  const provider = context.client.flowFor(diagnosis)?.provider;
  const text = providerText(context, provider);
  const { labels } = text.words;
  const said = resolve(diagnosis, text.locale, { audience, provider: provider?.name });
  const resolved = instead !== undefined && audience === "user" ? { ...said, description: instead } : said;
  const isTrying = call.isTrying === true && !isHealed;
  const calm = instead === undefined ? { title: labels.retrying, description: "" } : {};
  const message = isTrying ? { ...resolved, ...calm, steps: [] } : resolved;
  const actions = isTrying
    ? []
    : createActions({
        context: text === context.text ? context : { ...context, text },
        diagnosis,
        audience,
        retry: canRetry ? retry.retryNow : undefined,
        dismiss: options.onDismiss && dismiss,
        openTicket: options.onOpenTicket,
        copied,
        onCopied,
      });
  return {
    isError: true,
    errors,
    diagnosis,
    message,
    actions,
    primaryAction: actions[0] ?? null,
    occurrences: errors.length,
    isStale: hasData,
    dataUpdatedAt: hasData ? dataUpdatedAt : null,
    isHealed,
    isTrying,
    retry,
    draftTicket: async () => (await draftChunk.load()).draftTicket(context.client, diagnosis),
    dismiss,
  };
}
