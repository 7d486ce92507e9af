import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { handleCallback } from "../../src/callback.js";
import { popupReauth } from "../../src/flows/popupReauth.js";
import { redirectReauth } from "../../src/flows/redirectReauth.js";
import type { ReauthFlow, ReauthRequest, ReauthRun, SecurityRefusal } from "../../src/model/ReauthFlow.js";
import { leaving, type Leaving } from "./leaving.js";

const home = location.href;
const exchange = vi.fn(() => Promise.resolve());
const options = { clientId: "1", redirectUri: "/back.html", exchange };
let left: Leaving;

beforeEach(() => {
  exchange.mockClear();
  sessionStorage.clear();
  left = leaving();
});

afterEach(() => {
  left.stop();
  document.querySelector(".te-callback")?.remove();
  history.replaceState(null, "", home);
  sessionStorage.clear();
  vi.restoreAllMocks();
});

interface Begun {
  readonly run: ReauthRun;
  readonly refusals: readonly SecurityRefusal[];
}

function begin(flow: ReauthFlow): Begun {
  const refusals: SecurityRefusal[] = [];
  const { signal } = new AbortController();
  const request: ReauthRequest = {
    diagnosis: null,
    signal,
    onProgress: () => undefined,
    onRefusal: (refusal) => void refusals.push(refusal),
  };
  return { run: flow.start(request), refusals };
}

/** Two hundred answers that are almost right: each field wrong in many ways, alone and with another. */
function forgeries(state: string): readonly object[] {
  const flow = `te-${state.slice(0, 10)}`;
  const right = { v: 1, flow, state, code: "C" };
  const other = state.slice(1) + (state.startsWith("A") ? "B" : "A");
  // prettier-ignore
  const wrong: Readonly<Record<string, readonly unknown[]>> = {
    v: [0, 2, "1", 1.5, null, undefined, true, [1], { valueOf: 1 }, NaN],
    flow: ["", "te-", "te-other", flow.toUpperCase(), `${flow} `, ` ${flow}`, `${flow}x`, [flow], { flow }, 1, true, "constructor", "__proto__", state],
    state: ["", other, state.slice(0, 42), `${state}A`, `${state} `, ` ${state}`, [state], { state }, 1, "constructor", "__proto__", "toString", state.toLowerCase() + "-", flow, `${state}\0`],
    code: ["", undefined, null, 1, ["C"], { code: "C" }, "C".repeat(513), true],
  };
  const single = Object.entries(wrong).flatMap(([key, values]) => values.map((value) => ({ ...right, [key]: value })));
  const doubled = wrong["v"]!.flatMap((v) => wrong["state"]!.map((guess) => ({ ...right, v, state: guess })));
  const both = [
    { ...right, error: "1" },
    { ...right, error: "" },
    { ...right, error: null },
    { ...right, code: "", error: "" },
  ];
  return [...single, ...both, ...doubled].slice(0, 200);
}

describe("200 forged answers", () => {
  beforeEach(() => {
    const popup: object = {
      closed: false,
      opener: null,
      close: () => undefined,
      location: { replace: () => undefined },
    };
    vi.spyOn(window, "open").mockReturnValue(popup as Window);
  });

  /** The popup's address is out of reach here: the state is what the platform drew. */
  function beginPopup(): Begun & { readonly state: string } {
    vi.spyOn(crypto, "getRandomValues").mockImplementationOnce((array) => {
      (array as Uint8Array).forEach((_, index, bytes) => (bytes[index] = (index * 37 + 11) % 256));
      return array;
    });
    const bytes = Uint8Array.from({ length: 32 }, (_, index) => (index * 37 + 11) % 256);
    const state = btoa(String.fromCharCode(...bytes))
      .replaceAll("+", "-")
      .replaceAll("/", "_")
      .replace("=", "");
    return { ...begin(popupReauth(options)), state };
  }

  // prettier-ignore
  test.each<readonly [string, (flow: string) => (data: unknown) => void]>([
    ["the channel", (flow) => { const channel = new BroadcastChannel(flow); return (data) => channel.postMessage(data); }],
    ["a message", () => (data) => window.dispatchEvent(new MessageEvent("message", { data, origin: location.origin }))],
  ])("by %s are refused and told once; the true one is taken", async (_way, senderFor) => {
    const { run, refusals, state } = beginPopup();
    const send = senderFor(`te-${state.slice(0, 10)}`);
    const forged = forgeries(state);
    expect(forged).toHaveLength(200);
    for (const data of forged) send(data);
    await expect.poll(() => refusals).toEqual(["messageRefused"]);
    send({ v: 1, flow: `te-${state.slice(0, 10)}`, state, code: "TRUE" });
    await expect(run.outcome).resolves.toMatchObject({ status: "succeeded" });
    expect(exchange.mock.calls).toEqual([[expect.objectContaining({ code: "TRUE", state })]]);
  });

  test("from forty other origins are not even read", { tags: ["T23"] }, async () => {
    const { run, state } = beginPopup();
    const { protocol, host } = location;
    // prettier-ignore
    const origins = ["null", "", "https://evil.test", `${location.origin}.evil.test`, `${location.origin}/`, location.origin.toUpperCase(), `${protocol}//${host}@evil.test`, `https://${host}x`, "file://", "https://graph.qq.com",
      ...Array.from({ length: 30 }, (_, port) => `http://${location.hostname}:${String(port + 1)}`)];
    const data = { v: 1, flow: `te-${state.slice(0, 10)}`, state, code: "C" };
    for (const from of origins) window.dispatchEvent(new MessageEvent("message", { data, origin: from }));
    expect(exchange).not.toHaveBeenCalled();
    window.dispatchEvent(new MessageEvent("message", { data, origin: location.origin }));
    await expect(run.outcome).resolves.toMatchObject({ status: "succeeded" });
  });

  test("P18: from an origin that is one letter away are not even read", async () => {
    const { run, refusals, state } = beginPopup();
    const data = { v: 1, flow: `te-${state.slice(0, 10)}`, state, code: "C" };
    const near = oneLetterAway(location.origin);
    expect(near.length).toBeGreaterThan(700);
    for (const from of near) {
      window.dispatchEvent(new MessageEvent("message", { data, origin: from }));
      window.dispatchEvent(new MessageEvent("message", { data: { ...data, code: 1 }, origin: from }));
    }
    expect([exchange.mock.calls, refusals]).toEqual([[], []]);
    window.dispatchEvent(new MessageEvent("message", { data, origin: location.origin }));
    await expect(run.outcome).resolves.toMatchObject({ status: "succeeded" });
  });
});

/** Every text that has a letter more, less or another than `text`. */
function oneLetterAway(text: string): readonly string[] {
  const letters = Array.from("a:/.@-_0 \0\n\u00ad\u200bA?#");
  const places = Array.from({ length: text.length + 1 }, (_, at) => [text.slice(0, at), text.slice(at)] as const);
  const more = places.flatMap(([before, after]) => letters.map((letter) => before + letter + after));
  const other = places.flatMap(([before, after]) => ["", ...letters].map((letter) => before + letter + after.slice(1)));
  return [...new Set([...more, ...other])].filter((near) => near !== text);
}

/** Sixty addresses that are no answer to `state`. */
function addresses(state: string): readonly string[] {
  const other = "x".repeat(43);
  // prettier-ignore
  const parts = [
    "", "?", "#", "?code=C", "?state=", `?state=${state}`, `#state=${state}`, `?code=&state=${state}`, `?code=%20&state=${state}`, `?code=C&state=`, "?code=C&state=%20", "?code=C&state=%00",
    `?code=C&state=${other}`, `?code=C&state=${state}x`, `?code=C&state=${state.slice(1)}`, `?code=C&state=${state.slice(0, -1)}`, `?code=C&state=${state}%00`, `?code=C&state=${state}&state=${state}`,
    `?code=C&state=${state}&state=${other}`, `?code=C&state=${other}&state=${state}`, `?code=C&code=D&state=${state}`, `?code=C&code=C&state=${state}`, `?code=C&state=${state}#code=D`, `?code=C#code=C&state=${state}`,
    `?code=C&state=${state}#state=${state}`, `?code=C&error=1&state=${state}`, `?code=C&error=access_denied&state=${state}`, `?code=C&usercancel=1&state=${state}`, `?code=C&state=${state}&error=1&error=2`, `?error=1&error=2&state=${state}`,
    `?msg=a&msg=b&code=C&state=${state}`, `?usercancel=1&usercancel=1&state=${state}`, `?CODE=C&STATE=${state}`, `?code[]=C&state[]=${state}`, `?code=C&state[]=${state}`, `?code=C;state=${state}`, `?code=C%26state=${state}`, `?code=C&amp;state=${state}`,
    `?access_token=T&state=${state}`, `#access_token=T&state=${state}`, `?token=T&state=${state}`, "?code=C&state=constructor", "?code=C&state=__proto__", "?code=C&state=toString", "?code=C&state=hasOwnProperty", "?code=C&state=null", "?code=C&state=undefined",
    "?code=C&state=[object%20Object]", "?code=C&state=%E2%80%AE", `?code=C&state=${"x".repeat(5000)}`, `?code=C&state=${encodeURIComponent("<svg onload=alert(1)>")}`, "?error=x&error_description=<svg/onload=alert(1)>", "?code=100010&msg=CALL+555-1234",
    `?returnTo=https://evil.test&code=C&state=${other}`, `?code=C&state=${other}&redirect_uri=https://evil.test`, "?code=C&state=javascript:alert(1)", "?code=%", "?code=C&state=%ff", "?code=C&state=%ED%A0%80", `?code=C&st%00ate=${state}`,
  ];
  return parts;
}

test(
  "60 callback addresses: none is taken, none stays in the bar, no word of them is shown, and the true one is taken",
  { tags: ["T02", "T03", "T09", "F10"] },
  async () => {
    expect(addresses("s".repeat(43))).toHaveLength(60);
    const flow = redirectReauth(options);
    const request: ReauthRequest = {
      diagnosis: null,
      signal: new AbortController().signal,
      onProgress: () => undefined,
      onRefusal: () => undefined,
    };
    const visit = async (address: (state: string) => string): Promise<ReauthRun | null> => {
      document.querySelector(".te-callback")?.remove();
      begin(flow);
      await new Promise((resolve) => setTimeout(resolve));
      const state = new URL(left.urls.at(-1)!).searchParams.get("state") ?? "";
      history.replaceState(null, "", `/back.html${address(state)}`);
      handleCallback();
      expect(location.href).toBe(`${location.origin}/back.html`);
      expect(document.querySelector(".te-callback")?.textContent).not.toMatch(/555|svg|evil/);
      expect(document.querySelectorAll(".te-callback :is(svg, img, script, iframe)")).toHaveLength(0);
      history.replaceState(null, "", home);
      return flow.resume?.(request) ?? null;
    };
    for (let index = 0; index < 60; index += 1) {
      const run = await visit((state) => addresses(state)[index] ?? "");
      if (run !== null) expect((await run.outcome).status).toBe("failed");
      sessionStorage.clear();
    }
    expect(exchange).not.toHaveBeenCalled();
    await (
      await visit((state) => `?code=TRUE&state=${state}`)
    )?.outcome;
    expect(exchange.mock.calls).toEqual([[expect.objectContaining({ code: "TRUE" })]]);
  },
);

test("T19: the address is clean before anything is stored, sent or left", { tags: ["T19"] }, () => {
  const order: string[] = [];
  const note = (what: string): void => void order.push(`${what} at ${location.search || "a clean address"}`);
  for (const method of ["getItem", "setItem", "removeItem"] as const) {
    const real = Storage.prototype[method];
    vi.spyOn(Storage.prototype, method).mockImplementation(function (this: Storage, ...args: string[]) {
      note(method);
      return Reflect.apply(real, this, args) as unknown;
    });
  }
  const post = BroadcastChannel.prototype.postMessage;
  vi.spyOn(BroadcastChannel.prototype, "postMessage").mockImplementation(function (this: BroadcastChannel, data) {
    note("postMessage");
    post.call(this, data);
  });
  vi.spyOn(window, "fetch").mockImplementation(async () => {
    note("fetch");
    return new Response();
  });
  history.replaceState(null, "", `/back.html?code=C&state=${"s".repeat(43)}#top`);
  const entries = history.length;
  handleCallback();
  expect(order).toContain("postMessage at a clean address");
  expect(order.filter((line) => !line.endsWith("a clean address"))).toEqual([]);
  expect([history.length, location.href]).toEqual([entries, `${location.origin}/back.html`]);
});
