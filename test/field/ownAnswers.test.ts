import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test, vi } from "vitest";
import { createTencentErrorClient, TencentError } from "../../src/core.js";
import { createFailureStore } from "../../src/client/failureStore.js";
import { createTencentFetch } from "../../src/fetch.js";
import { answering, own, url } from "./ownApi.js";

const real = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = real;
  vi.doUnmock("tencent-error-kit/core");
  vi.doUnmock("tencent-error-kit/fetch");
  vi.doUnmock("../../registry/tencent/client");
  vi.resetModules();
});

test("what isTencent calls the app's own has no number, and its body is there", async () => {
  const client = createTencentErrorClient({ isTencent: () => false });
  const error: unknown = await createTencentFetch(client, answering(own, 422))(url).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(TencentError);
  const { diagnosis } = error as TencentError;
  expect(diagnosis).toMatchObject({
    category: "unknown",
    failure: { dialect: "foreign", code: null, httpStatus: 422 },
  });
  expect((error as TencentError).raw()).toEqual(own);
});

test.each([200, 401, 500])(
  "what isTencent calls Tencent's is its number, also a negative one with HTTP %i",
  async (status) => {
    const client = createTencentErrorClient({ isTencent: () => true });
    const ask = createTencentFetch(client, answering({ code: -21, message: "m" }, status));
    const error: unknown = await ask(url).catch((thrown: unknown) => thrown);
    expect(client.diagnose(error)).toMatchObject({ category: "reauth", failure: { code: -21, httpStatus: status } });
  },
);

test.each([
  [422, own, false],
  [400, { ret: -21, msg: "m" }, false],
  [503, own, true],
  [429, own, true],
])("a region shows the app's own HTTP %i %j: %s", async (status, body, isShown) => {
  vi.useFakeTimers();
  const client = createTencentErrorClient({ isTencent: () => false });
  const error: unknown = await createTencentFetch(
    client,
    answering(body, status),
  )(url).catch((thrown: unknown) => thrown);
  const store = createFailureStore(
    (thrown) => client.diagnose(thrown),
    () => false,
  );
  store.post({}, error, undefined);
  store.publish();
  expect(store.getRows().length > 0).toBe(isShown);
  vi.useRealTimers();
});

const registered = fileURLToPath(new URL("../../registry/tencent/fetch.ts", import.meta.url));

describe("the fetch that init writes lets through what is the app's own:", () => {
  /** Its module beside a client of the test's. */
  async function fetchOf(client: ReturnType<typeof createTencentErrorClient>): Promise<typeof fetch> {
    vi.doMock("tencent-error-kit/core", () => ({ TencentError }));
    vi.doMock("tencent-error-kit/fetch", () => ({ createTencentFetch }));
    vi.doMock("../../registry/tencent/client", () => ({ client }));
    // its own types are those of the built kit
    const written: { readonly fetch: typeof globalThis.fetch } = await import(registered);
    return written.fetch;
  }

  test.each([
    ["without isTencent", createTencentErrorClient()],
    ["with isTencent", createTencentErrorClient({ isTencent: ({ url: at = "" }) => at.includes("/api/qq/") })],
  ])("%s", async (_what, client) => {
    const send = await fetchOf(client);
    for (const body of [own, { code: 1, message: "m" }, { success: false, errorCode: 5, errorMessage: "m" }]) {
      globalThis.fetch = answering(body, 422);
      const answer = await send(url);
      expect(answer.status).toBe(422);
      expect(await answer.json()).toEqual(body);
    }
    globalThis.fetch = answering({ ret: -73, msg: "m" }, 400);
    await expect(send("https://app.test/api/qq/posts")).rejects.toBeInstanceOf(TencentError);
    globalThis.fetch = answering({ ret: -99999, msg: "m" }, 200);
    await expect(send("https://app.test/api/qq/posts")).rejects.toBeInstanceOf(TencentError);
  });
});
