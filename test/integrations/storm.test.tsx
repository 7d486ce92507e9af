import { notifyManager } from "@tanstack/react-query";
import { afterEach, expect, test } from "vitest";
import { cleanup } from "vitest-browser-react";
import { joinNotifications } from "../../src/query.js";
import { countSaid, stormPage } from "./stormPage.js";

let undo = (): void => undefined;
afterEach(async () => {
  await cleanup();
  undo();
  undo = () => undefined;
});

// VITE_STORM=1000 and VITE_MIXED=5000 for the long soak
const count = Number(import.meta.env["VITE_STORM"] ?? 300);
const mixed = Number(import.meta.env["VITE_MIXED"] ?? 500);
const codes = [-21, -23, -24, -73, 100013, 100014, 100015, 100016];

/** Until timers that gather have gone. */
const quiet = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 400));

test.each([
  ["in one task", "burst", false],
  ["one a task", "oneATask", false],
  ["in one task, joined", "burst", true],
  ["one a task, joined", "oneATask", true],
] as const)(
  "a storm that fails %s asks once, says little, and is healed once each",
  { tags: ["L1"] },
  async (_how, answer, joined) => {
    if (joined) undo = joinNotifications();
    const { server, seen, showing, prompts, signIn, client } = await stormPage({ count, codes });
    server.expire();
    seen.commits = 0;
    const said = countSaid();
    server[answer]();
    await expect.poll(showing("failed"), { timeout: 20_000 }).toBe(count);
    await quiet();
    expect(said()).toBeLessThanOrEqual(2);
    expect(prompts()).toBe(1);
    expect(document.querySelectorAll("dialog[open]")).toHaveLength(1);
    expect(client.reauth.getSnapshot().affected).toBe(count);
    // TanStack Query 5.0 has no scheduler to join
    if (joined && answer === "burst" && "setScheduler" in notifyManager) expect(seen.commits).toBeLessThanOrEqual(4);

    server.calls.length = 0;
    await signIn();
    await expect.poll(() => (server.burst(), showing("here")()), { timeout: 20_000, interval: 20 }).toBe(count);
    expect([...server.calls].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, index) => index));
    expect(prompts()).toBe(1);
  },
);

test(
  "L2: queries that fail with eight codes at once are one prompt and at most a notice for each trouble",
  { tags: ["L2"], timeout: 180_000 },
  async () => {
    const { server, showing, prompts, signIn } = await stormPage({
      count: mixed,
      codes: [-21, -6, -5, -3, -9, -1, -10, 100010],
    });
    const notices = (): number => document.querySelectorAll("[data-part=notice]").length;
    server.expire();
    const said = countSaid();
    server.burst();
    await expect.poll(showing("failed"), { timeout: 60_000 }).toBe(mixed);
    await quiet();
    const shown = notices();
    expect(shown).toBe(8);
    expect([prompts(), document.querySelectorAll("dialog[open]").length]).toEqual([1, 1]);
    // each trouble once, and the prompt
    expect(said()).toBeLessThanOrEqual(shown + 1);
    await signIn();
    await expect.poll(() => (server.burst(), notices()), { timeout: 60_000, interval: 20 }).toBeLessThan(shown);
    expect(prompts()).toBe(1);
  },
);

test("a late failure of the old session re-renders nothing but its own query", async () => {
  const { server, seen, signIn, queryClient, client } = await stormPage({ count, codes });
  // one call stays out while the others fail and heal
  let fail = (): void => undefined;
  const answers = [new Promise<unknown>((resolve) => (fail = () => resolve({ ret: -21 }))), { ret: 0 }];
  const queryFn = async (): Promise<unknown> => client.unwrap(await answers.shift());
  queryClient
    .getQueryCache()
    .build(queryClient, { queryKey: ["late"], queryFn })
    .fetch()
    .catch(() => undefined);
  server.expire();
  server.burst();
  await expect.poll(() => client.reauth.getSnapshot().status).toBe("required");
  await signIn();
  await expect.poll(() => (server.burst(), queryClient.isFetching()), { timeout: 20_000, interval: 20 }).toBe(1);
  await quiet();
  const before = { ...seen };
  const heard: unknown[] = [];
  client.reauth.subscribe(() => heard.push("reauth"));
  client.board.subscribe(() => heard.push("board"));
  fail();
  await expect.poll(() => queryClient.getQueryState(["late"])?.status).toBe("success");
  await quiet();
  expect(answers).toEqual([]);
  expect(seen).toEqual(before);
  expect(heard).toEqual([]);
});
