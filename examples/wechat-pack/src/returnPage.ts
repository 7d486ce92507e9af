import type { ReauthOutcome, ReauthRequest } from "tencent-error-kit/core";

/** How your server trades the code for a session, and tells whose it is. */
export type Exchange = (grant: {
  readonly code: string;
  readonly state: string;
  readonly signal: AbortSignal;
}) => Promise<{ readonly accountId?: string | number | null } | void>;

/** What the return page says. @see docs/recipes/callback.md of tencent-error-kit, "The protocol" */
interface Answer {
  readonly state: string;
  readonly code?: string;
  readonly error?: string;
}

/** Under this name the return page and the page that waits meet. */
export function flowOf(state: string): string {
  return `te-${state.slice(0, 10)}`;
}

/**
 * 43 letters and digits from the platform's random numbers: WeChat takes letters and digits alone, up to 128 bytes.
 * @see https://wohugb.gitbooks.io/wechat/content/authorize/step_one.html (a copy of the vendor's page)
 */
export function createState(): string {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  let state = "";
  // of 256 values the last 8 would make the first letters more likely
  for (let round = 0; round < 50 && state.length < 43; round += 1)
    for (const byte of crypto.getRandomValues(new Uint8Array(64))) if (byte < 248) state += letters.charAt(byte % 62);
  if (state.length < 43) throw new Error("no random numbers");
  return state.slice(0, 43);
}

/** The answer to this state and to no other. */
export function readAnswer(data: unknown, state: string): Answer | undefined {
  const { v, flow, ...answer } = Object(data) as Partial<Answer> & { readonly v?: unknown; readonly flow?: unknown };
  const isIts = v === 1 && flow === flowOf(state) && answer.state === state;
  const isWhole = typeof answer.code === "string" ? answer.error === undefined : typeof answer.error === "string";
  return isIts && isWhole ? { ...answer, state } : undefined;
}

/** Waits for the return page, thanks it and takes the code to your server. A refusal is an answer too, so it ends at once. */
export async function awaitAnswer(state: string, exchange: Exchange, request: ReauthRequest): Promise<ReauthOutcome> {
  const channel = new BroadcastChannel(flowOf(state));
  try {
    const answer = await new Promise<Answer | undefined>((resolve) => {
      request.signal.addEventListener("abort", () => resolve(undefined));
      channel.onmessage = ({ data }) => {
        const found = readAnswer(data, state);
        if (found !== undefined) resolve(found);
      };
    });
    channel.postMessage({ v: 1, flow: flowOf(state) });
    return answer === undefined ? { status: "cancelled" } : await outcomeOf(answer, exchange, request);
  } finally {
    channel.close();
  }
}

/** What became of it. */
export async function outcomeOf(
  { code, state }: Answer,
  exchange: Exchange,
  request: ReauthRequest,
): Promise<ReauthOutcome> {
  // WeChat tells no reason: without a code the person refused
  if (code === undefined) return { status: "failed", reason: "denied" };
  request.onProgress({ status: "verifying" });
  const { signal } = request;
  const call = async (): ReturnType<Exchange> => exchange({ code, state, signal });
  try {
    const session = await (request.own?.(call, signal, [code, state]) ?? call());
    const id = session?.accountId;
    return { status: "succeeded", ...(id !== undefined && id !== null && { accountId: String(id) }) };
  } catch {
    return signal.aborted ? { status: "cancelled" } : { status: "failed", reason: "exchangeFailed" };
  }
}
