import { expect, test, vi } from "vitest";
import { type AnswerSink, awaitCallback } from "../../src/oauth/awaitCallback.js";
import { channelName, lostAnswer } from "../../src/oauth/callbackMessage.js";

const state = "s".repeat(43);
const answer = { v: 1, flow: channelName(state), state, code: "C1" };
const refusal = { v: 1, flow: channelName(state), state, error: "usercancel" };

interface Waiting {
  readonly desk: AnswerSink;
  readonly request: { readonly [Key in "onProgress" | "onRefusal"]: ReturnType<typeof vi.fn> };
  readonly exchange: ReturnType<typeof vi.fn>;
  readonly left: readonly string[];
  readonly run: ReturnType<typeof awaitCallback>;
  abort(): void;
}

/** A flow with two sources, the first of which throws when it is stopped. */
function waiting(): Waiting {
  const controller = new AbortController();
  const request = { onProgress: vi.fn(), onRefusal: vi.fn() };
  const exchange = vi.fn(async () => ({ accountId: "a" }));
  const left: string[] = [];
  const desks: AnswerSink[] = [];
  const watch = (name: string) => (desk: AnswerSink) => {
    desks.push(desk);
    return () => {
      left.push(name);
      if (name === "first") throw new Error("a channel that is closed already");
    };
  };
  const run = awaitCallback(state, exchange, { ...request, diagnosis: null, signal: controller.signal }, [
    watch("first"),
    watch("second"),
  ]);
  const [desk] = desks;
  if (desk === undefined) throw new Error("There is no source.");
  return { desk, request, exchange, left, run, abort: () => controller.abort() };
}

test("an answer is acknowledged, exchanged once with its state, and every source stops", async () => {
  const { desk, request, exchange, left, run } = waiting();
  expect(request.onProgress.mock.calls).toEqual([[{ status: "waiting" }]]);
  const thank = vi.fn();
  desk.onMessage(answer, thank);
  desk.onMessage(answer, thank);
  desk.onMessage(refusal);
  expect(left).toEqual(["first", "second"]);
  expect(thank).toHaveBeenCalledTimes(2);
  expect(await run.outcome).toEqual({ status: "succeeded", accountId: "a" });
  expect(exchange.mock.calls).toEqual([[{ code: "C1", state, signal: expect.any(AbortSignal) as AbortSignal }]]);
  expect(request.onProgress.mock.calls.slice(1)).toEqual([[{ status: "verifying" }]]);
  expect(request.onRefusal).not.toHaveBeenCalled();
});

test("an answer that can't be acknowledged counts all the same", async () => {
  const { desk, run } = waiting();
  desk.onMessage(answer, () => {
    throw new Error("gone");
  });
  expect(await run.outcome).toMatchObject({ status: "succeeded" });
});

test("an error is the answer as well, and nothing is exchanged", async () => {
  const { desk, exchange, run, request } = waiting();
  desk.onMessage(refusal);
  expect(await run.outcome).toEqual({ status: "failed", reason: "denied" });
  expect(exchange).not.toHaveBeenCalled();
  expect(request.onProgress).toHaveBeenCalledTimes(1);
});

test.each([
  ["of another flow", { ...answer, flow: "te-other" }],
  ["of another state", { ...answer, state: "t".repeat(43) }],
  ["with a flow alone", { flow: "x" }],
  ["with a state alone", { state: "x" }],
])("what pretends to be one, %s, is refused and told once", (_what, forged) => {
  const { desk, request, exchange, left } = waiting();
  const thank = vi.fn();
  desk.onMessage(forged, thank);
  desk.onMessage(forged, thank);
  expect(request.onRefusal.mock.calls).toEqual([["messageRefused"]]);
  expect([thank.mock.calls.length, exchange.mock.calls.length, left.length]).toEqual([0, 0, 0]);
});

test.each([[undefined], [null], ["text"], [{ type: "other script" }]])(
  "%j is another script's message and not refused",
  (data) => {
    const { desk, request } = waiting();
    desk.onMessage(data);
    expect(request.onRefusal).not.toHaveBeenCalled();
  },
);

test("an abort ends it and stops every source", async () => {
  const { abort, left, run } = waiting();
  abort();
  expect(await run.outcome).toEqual({ status: "cancelled" });
  expect(left).toEqual(["first", "second"]);
});

test("a source can end it", async () => {
  const { desk, run } = waiting();
  desk.end({ status: "failed", reason: "timeout" });
  expect(await run.outcome).toEqual({ status: "failed", reason: "timeout" });
});

test("a pasted address is the answer, a pasted number the trouble, and neither counts twice", async () => {
  const first = waiting();
  first.run.paste(`https://app.example/back?code=C2&state=${state}`);
  first.run.paste("100010");
  expect(await first.run.outcome).toMatchObject({ status: "succeeded" });
  expect(first.exchange.mock.calls).toEqual([[expect.objectContaining({ code: "C2" })]]);
  const second = waiting();
  second.run.paste("100010");
  expect(await second.run.outcome).toMatchObject({
    status: "failed",
    reason: "callbackError",
    diagnosis: { failure: { code: 100010 } },
  });
});

test("an answer that lost its state is refused and reported once, and the true one still counts", async () => {
  const { desk, request, run } = waiting();
  const thank = vi.fn();
  for (let times = 0; times < 3; times += 1) desk.onMessage(lostAnswer, thank);
  desk.note({ windowClosed: true });
  expect(request.onRefusal.mock.calls).toEqual([["stateRefused"]]);
  expect(request.onProgress.mock.calls.slice(1)).toEqual([
    [{ status: "waiting", lostState: true }],
    [{ status: "waiting", lostState: true, windowClosed: true }],
  ]);
  expect(thank).not.toHaveBeenCalled();
  desk.onMessage(answer);
  expect(await run.outcome).toMatchObject({ status: "succeeded" });
  desk.onMessage(lostAnswer);
  expect(request.onProgress.mock.lastCall).toEqual([{ status: "verifying" }]);
});

test("a lost answer that carries a code or another flow's name brings neither", async () => {
  const { desk, request, exchange, abort, run } = waiting();
  desk.onMessage({ ...lostAnswer, code: "C9" });
  desk.onMessage({ ...lostAnswer, state, code: "C9" });
  desk.onMessage({ ...lostAnswer, error: "usercancel" });
  expect(exchange).not.toHaveBeenCalled();
  expect(request.onProgress.mock.lastCall).toEqual([{ status: "waiting", lostState: true }]);
  abort();
  expect(await run.outcome).toEqual({ status: "cancelled" });
});
