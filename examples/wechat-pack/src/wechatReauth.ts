import type { ReauthFlow, ReauthOutcome, ReauthRequest, ReauthRun } from "tencent-error-kit/core";
import { authorizeAddress, panelAddress } from "./authorizeAddress.js";
import { awaitAnswer, createState, type Exchange, flowOf, outcomeOf, readAnswer } from "./returnPage.js";

/** What a sign-in with WeChat is told. */
export interface WechatReauthOptions {
  /** The website's number at WeChat's open platform. Its secret stays on your server. */
  readonly appId: string;
  /** The return page, a path of this origin, which calls `handleCallback` of `tencent-error-kit/callback`. It may be framed by this origin. */
  readonly redirectUri: string;
  /** Inside WeChat: the official account's number, and what is asked for. Left out, the QR code is shown there too. */
  readonly inApp?: { readonly appId: string; readonly scope?: "snsapi_base" | "snsapi_userinfo" } | undefined;
  readonly exchange: Exchange;
  /** The QR code inside the prompt, or WeChat's page in a window of its own. Default: `panel`. */
  readonly way?: "panel" | "window" | undefined;
  /** As sentences name it. Default: `微信`. */
  readonly name?: string | undefined;
  /** Default: `https://open.weixin.qq.com`. */
  readonly origin?: string | undefined;
}

/** What the kit's return page keeps for the page that was left. @see docs/recipes/callback.md, "The protocol" */
const keys = { record: "te-flow", answer: "te-answer" } as const;
const answerLifeMs = 60_000;

/** Signs in with WeChat: by a QR code inside the prompt, and inside WeChat by its own page. */
export function wechatReauth(options: WechatReauthOptions): ReauthFlow {
  const { appId, redirectUri, inApp, exchange, name = "微信", origin = "https://open.weixin.qq.com" } = options;
  const returnPage = (): string => new URL(redirectUri, location.href).href;
  const provider = { id: "wechat", name };

  function showCode(request: ReauthRequest): ReauthRun {
    const state = createState();
    const address = panelAddress({ appId, redirectUri: returnPage(), scope: "snsapi_login", state }, origin);
    queueMicrotask(() => request.onProgress({ status: "waiting" }));
    return {
      outcome: awaitAnswer(state, exchange, request),
      panel(element) {
        const frame = document.createElement("iframe");
        frame.src = address;
        frame.title = `${name}: QR code 二维码`;
        frame.width = "300";
        frame.height = "400";
        element.append(frame);
        return () => frame.remove();
      },
    };
  }

  function openWindow(request: ReauthRequest): ReauthRun {
    // in the click: browsers open none later
    const popup = window.open("about:blank", "_blank", "popup,width=600,height=640");
    if (popup === null) return { outcome: Promise.resolve({ status: "failed", reason: "popupBlocked" }) };
    popup.opener = null;
    const state = createState();
    const asked = { appId, redirectUri: returnPage(), scope: "snsapi_login", state } as const;
    popup.location.replace(authorizeAddress("qrconnect", asked, origin));
    queueMicrotask(() => request.onProgress({ status: "waiting" }));
    const outcome = awaitAnswer(state, exchange, request).finally(() => canClose(popup) && popup.close());
    return { outcome, focus: () => popup.focus(), leavesWindow: () => !popup.closed && !canClose(popup) };
  }

  function leave(request: ReauthRequest, account: NonNullable<typeof inApp>): ReauthRun {
    const state = createState();
    const { appId: number, scope = "snsapi_base" } = account;
    const record = {
      v: 1,
      flow: flowOf(state),
      state,
      provider: provider.id,
      createdAt: Date.now(),
      returnTo: location.href,
    };
    sessionStorage.setItem(keys.record, JSON.stringify(record));
    location.assign(
      authorizeAddress("oauth2/authorize", { appId: number, redirectUri: returnPage(), scope, state }, origin),
    );
    return { outcome: untilGone(request.signal) };
  }

  const outside = options.way === "window" ? openWindow : showCode;
  return {
    kind: "wechat",
    provider,
    sharedAs: `wechat ${appId} ${redirectUri}`,
    start: (request) => (inApp !== undefined && isInWechat() ? leave(request, inApp) : outside(request)),
    resume(request) {
      const kept = JSON.parse(sessionStorage.getItem(keys.answer) ?? "null") as Partial<Record<string, unknown>> | null;
      if (kept?.["provider"] !== provider.id || location.pathname === new URL(returnPage()).pathname) return null;
      sessionStorage.removeItem(keys.answer);
      const answer = readAnswer(kept, String(kept["state"]));
      const isFresh = Math.abs(Date.now() - Number(kept["createdAt"])) < answerLifeMs;
      return answer !== undefined && isFresh ? { outcome: outcomeOf(answer, exchange, request) } : null;
    },
  };
}

/** Without an opener, a window that shows another site is closed in Firefox only. The return page closes itself. */
function canClose(popup: Window): boolean {
  try {
    return navigator.vendor === "" || popup.location.href !== "";
  } catch {
    return false;
  }
}

function isInWechat(): boolean {
  return navigator.userAgent.includes("MicroMessenger");
}

/** Ends where the page stays, or comes back alive from the browser's cache. */
async function untilGone(signal: AbortSignal): Promise<ReauthOutcome> {
  return new Promise((resolve) => {
    signal.addEventListener("abort", () => resolve({ status: "cancelled" }));
    addEventListener("pageshow", ({ persisted }) => persisted && resolve({ status: "idle" }), { signal });
  });
}
