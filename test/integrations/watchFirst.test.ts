import { MutationObserver, QueryClient, QueryObserver } from "@tanstack/react-query";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type * as Core from "../../src/core.js";
import type { KitEvent } from "../../src/core.js";
import type * as Query from "../../src/query.js";
import { fakeReauth } from "../../src/testing/fakeReauth.js";
import { outcomesOf } from "../client/outcomesOf.js";

let core: typeof Core;
let query: typeof Query;
const later = "../../src/integrations/query/watchQueries.js";

// a page that has fetched nothing but its start
beforeEach(async () => {
  vi.resetModules();
  vi.doUnmock(later);
  core = await import("../../src/core.js");
  query = await import("../../src/query.js");
});

const arrival = async (): Promise<void> => vi.dynamicImportSettled();

function page({ hasSession = false } = {}) {
  const flow = fakeReauth();
  const events: KitEvent["type"][] = [];
  let account = "ann";
  const sent: string[] = [];
  const client = core.createTencentErrorClient({
    reauth: flow,
    accountId: () => account,
    onEvent: ({ type }) => events.push(type),
  });
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const detach = query.attachTencentErrors(queryClient, client);
  const call = async (name: string): Promise<string> => {
    sent.push(name);
    await Promise.resolve();
    return core.unwrap(hasSession ? { ret: 0, name: `${name} of ${account}` } : { ret: -21 }).name ?? "";
  };
  const mount = (name: string) => {
    const observer = new QueryObserver<string>(queryClient, { queryKey: [name], queryFn: async () => call(name) });
    observer.subscribe(() => undefined);
    return observer;
  };
  return {
    ...{ client, queryClient, detach, call, mount, sent, events, flow },
    status: () => client.reauth.getSnapshot().status,
    /** As an app that lets people sign in by itself. */
    renew(accountId: string) {
      account = accountId;
      client.reauth.renewed(accountId);
    },
    async signIn(accountId = "ann") {
      client.reauth.start();
      hasSession = true;
      account = accountId;
      flow.end({ status: "succeeded", accountId });
      await arrival();
    },
  };
}

describe("before what watches queries is there", () => {
  test("a page without failures does not fetch it", async () => {
    let asked = 0;
    vi.doMock(later, async (original) => {
      asked += 1;
      return original();
    });
    const { mount, queryClient } = page({ hasSession: true });
    mount("a");
    await expect.poll(() => queryClient.getQueryData(["a"])).toBe("a of ann");
    await arrival();
    expect(asked).toBe(0);
  });

  test("queries that failed ask for one sign-in, and are fetched once after it", async () => {
    const { mount, status, sent, signIn, events, client } = page();
    const observers = ["a", "b", "c"].map(mount);
    await expect.poll(status).toBe("required");
    await arrival();
    expect(client.reauth.getSnapshot().affected).toBe(3);
    await signIn();
    await vi.waitFor(() =>
      expect(observers.map((each) => each.getCurrentResult().data)).toEqual(["a of ann", "b of ann", "c of ann"]),
    );
    expect(sent.toSorted()).toEqual(["a", "a", "b", "b", "c", "c"]);
    expect(events.filter((type) => type === "reauth.required")).toHaveLength(1);
  });

  test("a failed mutation opens the prompt", async () => {
    const { queryClient, call, status } = page();
    const { rejected } = outcomesOf([
      new MutationObserver(queryClient, { mutationFn: async () => call("like") }).mutate(),
    ]);
    await expect.poll(() => rejected).toHaveLength(1);
    await expect.poll(status).toBe("required");
  });

  test("another account, of which the app tells, sees nothing of the former one", async () => {
    const { mount, renew, sent } = page({ hasSession: true });
    const observer = mount("a");
    await expect.poll(() => observer.getCurrentResult().data).toBe("a of ann");
    renew("bob");
    await expect.poll(() => observer.getCurrentResult().data).toBe("a of bob");
    expect(sent).toEqual(["a", "a"]);
  });

  test("what is detached is over", async () => {
    const { mount, detach, status } = page();
    const observer = mount("a");
    detach();
    await expect.poll(() => observer.getCurrentResult().status).toBe("error");
    await arrival();
    expect(status()).toBe("idle");
  });
});

describe("where it can't be had", () => {
  beforeEach(async () => {
    vi.resetModules();
    vi.doMock(later, () => {
      throw new Error("404");
    });
    core = await import("../../src/core.js");
    query = await import("../../src/query.js");
  });

  test("the failures ask for the sign-in, and are fetched after it", async () => {
    const { mount, status, signIn, client } = page();
    const observer = mount("a");
    await expect.poll(status).toBe("required");
    await expect.poll(() => client.board.getGroups()).toHaveLength(1);
    await signIn();
    await expect.poll(() => observer.getCurrentResult().data).toBe("a of ann");
    await expect.poll(() => client.board.getGroups()).toEqual([]);
  });

  test("another account's data are dropped", async () => {
    const { mount, renew, sent } = page({ hasSession: true });
    const observer = mount("a");
    await expect.poll(() => observer.getCurrentResult().data).toBe("a of ann");
    renew("bob");
    await expect.poll(() => observer.getCurrentResult().data).toBe("a of bob");
    expect(sent).toEqual(["a", "a"]);
  });
});
