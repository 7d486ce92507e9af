import { describe, expect, test } from "vitest";
import { diagnose, isFailure } from "../../src/core.js";

/** An address of this page's that nothing answers. */
const nowhere = "http://127.0.0.1:1/nothing";

const eventOf = async (listen: (done: (event: Event) => void) => void): Promise<Event> => new Promise(listen);

async function requestEvent(act: (request: XMLHttpRequest) => void, url = nowhere): Promise<Event> {
  return eventOf((done) => {
    const request = new XMLHttpRequest();
    request.onerror = request.onabort = request.onload = done;
    request.open("GET", url);
    request.send();
    act(request);
  });
}

describe("the events of what has no errors of its own", () => {
  test("a request that is lost, or given up", async () => {
    expect(diagnose(await requestEvent(() => undefined))).toMatchObject({ category: "network", retry: "backoff" });
    expect(diagnose(await requestEvent((request) => request.abort())).category).toBe("cancelled");
    expect(diagnose(new ProgressEvent("timeout"))).toMatchObject({
      category: "network",
      failure: { subcode: "timeout" },
    });
  });

  test("a request that was answered: its answer", async () => {
    const answer = 'data:text/plain,{"ret":-73,"msg":"x"}';
    expect(diagnose(await requestEvent(() => undefined, answer)).failure.code).toBe(-73);
  });

  test("a script, a picture and a stream that did not come", async () => {
    const script = await eventOf((done) => {
      document.head.append(Object.assign(document.createElement("script"), { src: nowhere, onerror: done }));
    });
    const image = await eventOf((done) => void Object.assign(new Image(), { src: nowhere, onerror: done }));
    const stream = await eventOf((done) => {
      const source = new EventSource(nowhere);
      source.onerror = (event) => {
        source.close();
        done(event);
      };
    });
    for (const event of [script, image, stream])
      expect(diagnose(event)).toMatchObject({ category: "network", retry: "backoff" });
    expect(diagnose(new Error("no map", { cause: script })).category).toBe("network");
  });

  test("a socket: by its code, where the standard says that the connection was lost", async () => {
    const event = await eventOf((done) => void Object.assign(new WebSocket("ws://127.0.0.1:1/"), { onclose: done }));
    expect(diagnose(event).category).toBe("network");
    const codes = [1000, 1001, 1005, 1006, 1008, 1011, 1012, 1013, 1015, 3000, 4001];
    const categories = codes.map((code) => [code, diagnose(new CloseEvent("close", { code })).category] as const);
    expect(categories.flatMap(([code, category]) => (category === "network" ? code : []))).toEqual([
      1001, 1006, 1012, 1013, 1015,
    ]);
    expect(diagnose(new CloseEvent("close", { code: 4001, reason: '{"ret":-73}' })).failure.code).toBe(-73);
  });

  test("what carries an error is that error", () => {
    const lost = new TypeError("Failed to fetch");
    const reason = { ret: -73, msg: "x" };
    const late = Object.assign(new Event("abort"), {});
    Object.defineProperty(late, "target", { value: AbortSignal.abort(new DOMException("x", "TimeoutError")) });
    const stored = new Event("error");
    Object.defineProperty(stored, "target", { value: { error: new DOMException("no room", "QuotaExceededError") } });
    expect(diagnose(new ErrorEvent("error", { error: lost, message: lost.message })).category).toBe("network");
    expect(diagnose(new ErrorEvent("error", { error: reason })).failure.code).toBe(-73);
    expect(
      diagnose(new PromiseRejectionEvent("unhandledrejection", { promise: Promise.resolve(), reason })).failure.code,
    ).toBe(-73);
    expect(diagnose(late).failure.subcode).toBe("timeout");
    expect(diagnose(stored).category).toBe("unknown");
    expect(diagnose(new ErrorEvent("error", { message: "Script error." })).category).toBe("unknown");
  });

  test("an event that tells of nothing, and data that looks like one", () => {
    for (const event of [new MouseEvent("click"), new Event("load"), new MessageEvent("message", { data: "x" })])
      expect([isFailure(event), diagnose(event).category]).toEqual([false, "unknown"]);
    expect(isFailure({ type: "error", code: 1006, name: "lost" })).toBe(false);
  });
});
