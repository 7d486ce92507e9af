import { createChunk } from "../base/chunk.js";
import { attempt, ownOptions } from "../base/safely.js";
import type { ReauthFlow, ReauthOutcome, ReauthRequest, ReauthRun } from "../model/ReauthFlow.js";
import { checkOptions, providerOf } from "../oauth/checkOptions.js";
import type { ReauthOptions } from "../oauth/ReauthOptions.js";

/** All that a sign-in needs once its window is open. */
const signInChunk = /* @__PURE__ */ createChunk(async () => import("../oauth/popupSignIn.js"));

/**
 * Signs in again in a window of its own, so that the page keeps everything it holds. The window opens inside the click that
 * starts the flow; the provider's page can't reach back into yours.
 * @throws TypeError in development when an option looks like a secret or an address leads astray.
 * @see https://wiki.connect.qq.com/使用authorization_code获取access_token
 * @example
 * ```ts
 * import { tencentFetch } from "tencent-error-kit/fetch";
 * import { popupReauth } from "tencent-error-kit/flows/popupReauth";
 *
 * export const reauth = popupReauth({
 *   clientId: "100550231",
 *   redirectUri: "/tencent-callback.html",
 *   exchange: ({ code, state, signal }) =>
 *     tencentFetch("/session/qq", {
 *       method: "POST",
 *       headers: { "content-type": "application/json" },
 *       body: JSON.stringify({ code, state }),
 *       signal,
 *     }),
 * });
 * ```
 */
export function popupReauth(options: ReauthOptions): ReauthFlow {
  checkOptions(
    "popupReauth",
    options,
    attempt(() => location.href),
  );
  whenThere(({ forgetExpired }) => forgetExpired());
  return {
    kind: "popup",
    provider: providerOf(options),
    catalogs: options.catalogs,
    sharedAs: `${options.clientId} ${options.redirectUri}`,
    prepare: () => signInChunk.use(() => undefined),
    start(request) {
      const own = ownOptions(options);
      return signInChunk.now()?.signIn(own, request, openSignInWindow) ?? startEarly(own, request);
    },
  };
}

/** The window opens inside the click; where it leads is found out when the code is there. */
function startEarly(options: ReauthOptions, request: ReauthRequest): ReauthRun {
  const isEmbedded = attempt(() => window.top?.location.origin) !== origin;
  if (isEmbedded && options.allowEmbedded !== true) return over("embedded");
  const popup = openSignInWindow();
  if (popup === undefined) return over("popupBlocked");
  // from then on the sign-in closes it
  const close = (): void => {
    if (!run.leavesWindow) attempt(() => popup.close());
  };

  async function goOn(): Promise<ReauthOutcome> {
    try {
      const { signIn } = await signInChunk.load();
      if (request.signal.aborted) throw request.signal.reason;
      return await Object.assign(
        run,
        signIn(options, request, () => popup),
      ).outcome;
    } catch {
      return { status: "failed", reason: "timeout" };
    } finally {
      close();
    }
  }

  request.signal.addEventListener("abort", close);
  request.onProgress({ status: "waiting" });
  const run: ReauthRun = {
    outcome: goOn(),
    focus() {
      attempt(() => popup.focus());
    },
  };
  return run;
}

/** Opens the blank sign-in window, inside a person's click. Undefined where the browser opens none. */
function openSignInWindow(): Window | undefined {
  const [width, height] = [600, 680];
  const popup = attempt(() => {
    const left = Math.round(screenX + Math.max(0, (outerWidth - width) / 2));
    const top = Math.round(screenY + Math.max(0, (outerHeight - height) / 2));
    return window.open("about:blank", "_blank", `popup,width=${width},height=${height},left=${left},top=${top}`);
  });
  return popup && attempt(() => popup.closed) === false ? popup : undefined;
}

function over(reason: "embedded" | "popupBlocked"): ReauthRun {
  return { outcome: Promise.resolve({ status: "failed", reason }) };
}

/** Calls back once the code is there, and does not fetch it. */
function whenThere(call: (found: NonNullable<ReturnType<typeof signInChunk.now>>) => void): void {
  const look = (): void => {
    const found = signInChunk.now();
    if (found === undefined) return;
    off();
    call(found);
  };
  const off = signInChunk.subscribe(look);
  look();
}
