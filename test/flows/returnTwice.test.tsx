import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { handleCallback } from "../../src/callback.js";
import { createTencentErrorClient } from "../../src/core.js";
import { popupReauth } from "../../src/flows/popupReauth.js";
import en from "../../src/locales/en.js";
import { windowLike } from "./windowLike.js";

const home = location.href;
const replace = vi.fn<(address: string) => void>();

beforeEach(() => {
  localStorage.clear();
  vi.spyOn(window, "close").mockImplementation(() => undefined);
  const popup = windowLike({ closed: false, opener: null, close: () => undefined, location: { replace } });
  vi.spyOn(window, "open").mockReturnValue(popup);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  leaveReturnPage();
  localStorage.clear();
});

function leaveReturnPage(): void {
  document.querySelector(".te-callback")?.remove();
  history.replaceState(null, "", home);
}

/** A client whose sign-in window is open. */
function signingIn() {
  let finish = (): void => undefined;
  const done = new Promise<object>((resolve) => (finish = () => resolve({ accountId: "a" })));
  const exchange = vi.fn(() => done);
  const client = createTencentErrorClient({
    reauth: popupReauth({ clientId: crypto.randomUUID(), redirectUri: "/back.html", exchange }),
  });
  client.reauth.require(client.diagnose({ ret: -21 }));
  client.reauth.start();
  const state = new URL(replace.mock.lastCall?.[0] ?? "https://none.test").searchParams.get("state") ?? "";
  const status = (): string => client.reauth.getSnapshot().status;
  const refused = (): number => client.recentEvents().filter(({ type }) => type.startsWith("security.")).length;
  return { exchange, finish, state, status, refused };
}

/** The provider comes back to this address. The page is its own opener, so that each way brings the answer. */
function comeBack(state: string): void {
  history.replaceState(null, "", `/back.html?code=C&state=${state}`);
  handleCallback({ locale: en });
}

test(
  "F11: an answer that comes by two ways, from a return page that is loaded twice more, is exchanged once",
  { tags: ["F11"] },
  async () => {
    vi.stubGlobal("opener", window);
    const heard = vi.fn();
    addEventListener("message", heard);
    const { exchange, finish, state, status, refused } = signingIn();
    comeBack(state);
    // both have come before the server has answered
    await expect.poll(status).toBe("verifying");
    await expect.poll(() => heard.mock.calls.length).toBeGreaterThan(0);
    finish();
    await expect.poll(status).toBe("succeeded");
    await expect.poll(() => document.querySelector(".te-callback")?.textContent).toContain(en.words.callback.done);
    // a reload finds the address clean; Back and a bookmark bring the code again
    for (const again of ["", `?code=C&state=${state}`]) {
      document.querySelector(".te-callback")?.remove();
      history.replaceState(history.state, "", `/back.html${again}`);
      handleCallback({ locale: en });
      await expect.poll(() => document.querySelector("[role=status]")?.textContent ?? "").not.toBe("");
    }
    expect([exchange.mock.calls.length, status(), refused()]).toEqual([1, "succeeded", 0]);
    removeEventListener("message", heard);
  },
);

test(
  "T28: nothing reads an answer from storage: it counts when it arrives, and is stored nowhere",
  { tags: ["T28"] },
  async () => {
    const { exchange, finish, state, status, refused } = signingIn();
    const flow = `te-${state.slice(0, 10)}`;
    const planted = JSON.stringify({ v: 1, flow, state, code: "PLANTED" });
    const read = vi.spyOn(Storage.prototype, "getItem");
    // lies there, under the right name, before and while the page waits
    localStorage.setItem(flow, planted);
    dispatchEvent(new StorageEvent("storage", { key: "other", newValue: planted }));
    dispatchEvent(new StorageEvent("storage", { key: flow, newValue: null }));
    dispatchEvent(new StorageEvent("storage", { key: flow, newValue: planted.replace(state, "s".repeat(43)) }));
    await Promise.resolve();
    expect([status(), refused(), exchange.mock.calls.length]).toEqual(["waiting", 0, 0]);
    expect(read).not.toHaveBeenCalledWith(flow);
    comeBack(state);
    finish();
    await expect.poll(status).toBe("succeeded");
    expect(exchange).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: "C", state }));
    // what lay there under the name of a sign-in goes with it
    expect([localStorage.length, status()]).toEqual([0, "succeeded"]);
  },
);
