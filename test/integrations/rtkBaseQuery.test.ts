import { configureStore } from "@reduxjs/toolkit";
import { type BaseQueryFn, createApi, type FetchArgs, retry } from "@reduxjs/toolkit/query";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createTencentErrorClient, diagnose, TencentError } from "../../src/core.js";
import { fakeReauth } from "../../src/testing/fakeReauth.js";

const registered = fileURLToPath(new URL("../../registry/tencent/rtk.ts", import.meta.url));

type BaseQuery = BaseQueryFn<string | FetchArgs>;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.resetModules();
});

/** An app of RTK Query on the `tencent/rtk.ts` that `init` writes, whose server wraps Tencent's answers in HTTP 200. */
async function app() {
  const flow = fakeReauth();
  const client = createTencentErrorClient({ reauth: flow, accountId: () => "ann" });
  vi.doMock("tencent-error-kit/core", () => ({ TencentError, diagnose }));
  vi.doMock("../../registry/tencent/client", () => ({ client }));
  // its own types are those of the built kit
  const written: { readonly withTencentBaseQuery: (ask: BaseQuery) => BaseQuery } = await import(registered);
  let isSignedIn = false;
  const sent: unknown[] = [];
  const ask: BaseQuery = async (args) => {
    sent.push(args);
    return { data: isSignedIn ? { code: 0, data: {} } : { code: 40101, msg: "over", data: { ret: -73 } } };
  };
  const api = createApi({
    baseQuery: retry(written.withTencentBaseQuery(ask), { maxRetries: 2 }),
    endpoints: (build) => ({
      publish: build.mutation<unknown, string>({
        query: (title) => ({ url: "/posts", method: "POST", body: { title } }),
        extraOptions: { tencent: { label: "Publish the post" } },
      }),
      leave: build.mutation<unknown, undefined>({
        query: () => ({ url: "/session", method: "DELETE" }),
        extraOptions: { tencent: { replay: "never" } },
      }),
    }),
  });
  const store = configureStore({
    reducer: { [api.reducerPath]: api.reducer },
    middleware: (standard) => standard().concat(api.middleware),
  });
  const signIn = async (): Promise<void> => {
    client.reauth.start();
    isSignedIn = true;
    flow.end({ status: "succeeded", accountId: "ann" });
    await tick();
  };
  return { client, api, store, sent, signIn };
}

const tick = (ms = 300): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

test("a change is asked about by the label of its endpoint", async () => {
  const { client, api, store, sent, signIn } = await app();
  const saved = store.dispatch(api.endpoints.publish.initiate("one"));
  await tick();
  await signIn();
  expect(client.reauth.getSnapshot()).toMatchObject({ toConfirm: 1, waiting: ["Publish the post"] });
  client.reauth.resume();
  await tick();
  await expect(saved).resolves.toEqual({ data: { code: 0, data: {} } });
  expect(sent).toHaveLength(2);
});

test("a change that was discarded is not sent by `retry`, and the next one of the same words is", async () => {
  const { client, api, store, sent, signIn } = await app();
  const saved = store.dispatch(api.endpoints.publish.initiate("one"));
  await tick();
  await signIn();
  client.reauth.cancel();
  await tick(60_000);
  const { error } = await saved;
  expect(diagnose(error).category).toBe("cancelled");
  expect(sent).toHaveLength(1);
  await expect(store.dispatch(api.endpoints.publish.initiate("one"))).resolves.toHaveProperty("data");
  expect(sent).toHaveLength(2);
});

test("an endpoint that waits for no sign-in fails at once", async () => {
  const { client, api, store } = await app();
  const left = store.dispatch(api.endpoints.leave.initiate(undefined));
  await tick(60_000);
  expect(diagnose((await left).error).failure.code).toBe(-73);
  expect(client.reauth.getSnapshot().changes).toBe(0);
});
