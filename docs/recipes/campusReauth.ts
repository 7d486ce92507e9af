import type { Grant, ReauthFlow, ReauthOutcome, ReauthRequest, ReauthRun } from "tencent-error-kit/core";

/** What a sign-in at the campus is told. */
export interface CampusOptions {
  /** The provider's page that asks the person. */
  readonly authorizeUrl: string;
  /** A path of this origin that calls `handleCallback()`. */
  readonly returnPage: string;
  /** Your server trades the code for a session, and says whose it is. */
  exchange(grant: Grant): Promise<{ readonly accountId: string }>;
}

interface Answer {
  readonly state: string;
  readonly code?: string;
  readonly error?: string;
}

/** Signs in at the campus, in a window of its own. Copy it for a provider that `popupReauth` can't be told by its `authorizeUrl`. */
export function campusReauth(options: CampusOptions): ReauthFlow {
  return {
    kind: "campus",
    provider: { id: "campus", name: "Campus" },
    sharedAs: `campus ${options.returnPage}`,
    start(request) {
      // before anything is awaited: browsers open a window inside a click alone
      const popup = window.open("about:blank", "_blank", "popup,width=480,height=640");
      if (popup === null) return { outcome: Promise.resolve({ status: "failed", reason: "popupBlocked" }) };
      const state = createState();
      const address = new URL(options.authorizeUrl);
      address.searchParams.set("redirect_uri", new URL(options.returnPage, location.href).href);
      address.searchParams.set("state", state);
      popup.location.replace(address.href);
      return run(popup, state, request, options);
    },
  };
}

function run(popup: Window, state: string, request: ReauthRequest, { exchange }: CampusOptions): ReauthRun {
  const { signal } = request;
  // once the kit has what this function returns
  queueMicrotask(() => request.onProgress({ status: "waiting" }));
  const watch = setInterval(() => request.onProgress({ status: "waiting", windowClosed: popup.closed }), 500);
  const outcome = answerTo(state, signal)
    .finally(() => clearInterval(watch))
    .then(async ({ code, error }): Promise<ReauthOutcome> => {
      if (code === undefined) {
        // the last one is OAuth's own word
        const isRefused = ["usercancel", "denied", "access_denied"].includes(error ?? "");
        return { status: "failed", reason: isRefused ? "denied" : "callbackError" };
      }
      request.onProgress({ status: "verifying" });
      const call = (): ReturnType<CampusOptions["exchange"]> => exchange({ code, state, signal });
      const { accountId } = await (request.own?.(call, signal, [code, state]) ?? call());
      return { status: "succeeded", accountId };
    })
    .catch((): ReauthOutcome =>
      signal.aborted ? { status: "cancelled" } : { status: "failed", reason: "exchangeFailed" },
    )
    .finally(() => popup.close());
  return { outcome, focus: () => popup.focus() };
}

/** What the return page says to this state, and to no other. */
function answerTo(state: string, signal: AbortSignal): Promise<Answer> {
  const flow = `te-${state.slice(0, 10)}`;
  const channel = new BroadcastChannel(flow);
  const answer = new Promise<Answer>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(new Error("cancelled")));
    channel.onmessage = ({ data }: MessageEvent<Partial<Answer> & { v?: unknown; flow?: unknown }>) => {
      if (data.v !== 1 || data.flow !== flow || data.state !== state) return;
      // the return page waits for this for a second, and closes its window
      channel.postMessage({ v: 1, flow });
      resolve({ ...data, state });
    };
  });
  return answer.finally(() => channel.close());
}

function createState(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .slice(0, 43);
}
