import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { handleCallback } from "../../src/callback.js";
import { createTencentErrorClient } from "../../src/core.js";
import { popupReauth } from "../../src/flows/popupReauth.js";
import en from "../../src/locales/en.js";
import { windowLike } from "./windowLike.js";

const home = location.href;
const replace = vi.fn<(address: string) => void>();

// no test moves the clock: what is faked never fires, as in a page that a browser has frozen or slowed down
beforeEach(() => {
  vi.useFakeTimers({
    toFake: [
      ...(["setTimeout", "clearTimeout", "setInterval", "clearInterval", "setImmediate", "clearImmediate"] as const),
      ...(["requestAnimationFrame", "cancelAnimationFrame", "requestIdleCallback", "cancelIdleCallback"] as const),
    ],
  });
  const popup = windowLike({ closed: false, opener: null, close: () => undefined, location: { replace } });
  vi.spyOn(window, "open").mockReturnValue(popup);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
  document.querySelector(".te-callback")?.remove();
  history.replaceState(null, "", home);
});

const noChannel = (): void => void vi.stubGlobal("BroadcastChannel", undefined);

describe("F43: in a page whose timers never fire", () => {
  test.each<readonly [string, () => void]>([
    ["the channel", () => undefined],
    [
      "a message",
      () => {
        noChannel();
        vi.stubGlobal("opener", window);
      },
    ],
  ])(
    "%s alone brings the answer, and the call that waited is sent again",
    { tags: ["F43"] },
    async (_way, leaveOnly) => {
      leaveOnly();
      const exchange = vi.fn(() => Promise.resolve({ accountId: "a" }));
      const client = createTencentErrorClient({
        reauth: popupReauth({ clientId: crypto.randomUUID(), redirectUri: "/back.html", exchange }),
        accountId: () => "a",
      });
      const send = vi.fn<() => Promise<string>>().mockRejectedValueOnce({ ret: -21 }).mockResolvedValue("sent");
      const held = client.guard(send, { replay: "auto" })();
      await expect.poll(() => client.reauth.getSnapshot().status).toBe("required");
      client.reauth.start();
      const state = new URL(replace.mock.lastCall![0]).searchParams.get("state") ?? "";
      history.replaceState(null, "", `/back.html?code=C&state=${state}`);
      handleCallback({ locale: en });
      await expect(held).resolves.toBe("sent");
      expect([client.reauth.getSnapshot().status, exchange.mock.calls.length]).toEqual(["succeeded", 1]);
    },
  );
});
