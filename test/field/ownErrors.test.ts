import axios, { type AxiosError } from "axios";
import ky from "ky";
import { ofetch } from "ofetch";
import { describe, expect, test, vi } from "vitest";
import { attachTencentAxios } from "../../src/axios.js";
import { createTencentErrorClient, TencentError, type TencentErrorClientOptions } from "../../src/core.js";
import { createFailureStore } from "../../src/client/failureStore.js";
import { createTencentFetch } from "../../src/fetch.js";
import { answering, own, url } from "./ownApi.js";

/** Whether the region takes what an app has thrown. */
function isInRegion(error: unknown, options: TencentErrorClientOptions = {}): boolean {
  vi.useFakeTimers();
  try {
    const client = createTencentErrorClient(options);
    const store = createFailureStore(
      (thrown) => client.diagnose(thrown),
      () => false,
    );
    store.post({}, error);
    store.publish();
    return store.getRows().length > 0;
  } finally {
    vi.useRealTimers();
  }
}

class BffError extends Error {
  override readonly name = "BffError";
  readonly status: number;
  readonly code: number | string;
  constructor(status: number, code: number | string, options?: ErrorOptions) {
    super("库存不足", options);
    [this.status, this.code] = [status, code];
  }
}

class ApiError extends Error {
  override readonly name = "ApiError";
  readonly statusCode: number;
  readonly data: unknown;
  constructor(statusCode: number, data: unknown) {
    super("库存不足");
    [this.statusCode, this.data] = [statusCode, data];
  }
}

/** As Umi Max's `errorThrower` makes it. */
function bizError(info: object): Error {
  const error = Object.assign(new Error("库存不足"), { info });
  error.name = "BizError";
  return error;
}

const thrownBy = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => undefined,
    (error: unknown) => error,
  );

/** What axios, ky and ofetch reject with, and an app's own error around the first. */
async function libraryErrors(body: object, status: number): Promise<readonly unknown[]> {
  const fetcher = answering(body, status);
  const first = await thrownBy(axios.get(url, { adapter: "fetch", env: { fetch: fetcher } }));
  const code = (first as AxiosError<{ readonly code?: number }>).response?.data.code ?? status;
  return [
    first,
    await thrownBy(ky(url, { fetch: fetcher, retry: 0 })),
    await thrownBy(ofetch.create({ retry: 0 }, { fetch: fetcher })(url)),
    new BffError(status, code, { cause: first }),
  ];
}

test.each([200, 400, 401, 403, 404, 409, 410, 422])("an error of the app's own with HTTP %i is the app's", (status) => {
  for (const code of [20000, status, "SOLD_OUT"]) expect(isInRegion(new BffError(status, code))).toBe(false);
  expect(isInRegion(new ApiError(status, own))).toBe(false);
  expect(isInRegion({ status, data: own })).toBe(false);
});

test.each([400, 404, 422])("what a library rejects with for HTTP %i is the app's", async (status) => {
  for (const body of [own, { success: false, errCode: 20000, errMsg: "m" }, {}])
    for (const error of await libraryErrors(body, status)) expect([error, isInRegion(error)]).toEqual([error, false]);
});

test("Umi's business errors are the app's", () => {
  const texts = { errorMessage: "库存不足", showType: 2 };
  expect(isInRegion(bizError({ errorCode: 20000, ...texts }))).toBe(false);
  expect(isInRegion(bizError({ errorCode: "A0001", ...texts }))).toBe(false);
  expect(isInRegion(bizError({ errorCode: -73, ...texts }))).toBe(true);
});

test.each([408, 429, 500, 502, 503, 504])("HTTP %i says enough by itself", async (status) => {
  for (const error of [new BffError(status, 20000), new ApiError(status, own), ...(await libraryErrors(own, status))])
    expect([error, isInRegion(error)]).toEqual([error, true]);
});

test("a code of a table is shown, whatever class carries it", async () => {
  const [ofAxios, _ofKy, ofOfetch, ofApp] = await libraryErrors({ ret: -73, msg: "m" }, 401);
  // ky's has a body that nothing has read
  for (const error of [ofAxios, ofOfetch, ofApp]) expect([error, isInRegion(error)]).toEqual([error, true]);
});

test("what isTencent claims is shown, and what it claims without an address is not", async () => {
  const [error] = await libraryErrors({}, 404);
  const isTencent: TencentErrorClientOptions["isTencent"] = ({ url: at = "" }) => !at.endsWith("/me");
  expect(isInRegion(error, { isTencent })).toBe(true);
  expect(isInRegion(new BffError(404, 20000), { isTencent })).toBe(false);
});

test("what the kit's own fetch throws is shown", async () => {
  const client = createTencentErrorClient();
  expect(isInRegion(await thrownBy(createTencentFetch(client, answering({}, 404))(url)))).toBe(true);
});

describe("isTencent that leaves one call out, and lets the kit decide of all others", () => {
  const isTencent: TencentErrorClientOptions["isTencent"] = ({ url: at }) => (at?.endsWith("/me") ? false : undefined);
  const client = createTencentErrorClient({ isTencent });
  const refused = { code: 100014, message: "expired" };

  async function errorsOf(path: string): Promise<readonly unknown[]> {
    const fetcher = answering(refused, 401);
    const address = `https://app.test${path}`;
    const api = axios.create({ adapter: "fetch", env: { fetch: fetcher } });
    attachTencentAxios(api, client, { replay: "never" });
    const first = await thrownBy(api.get(address));
    return [
      first,
      await thrownBy(createTencentFetch(client, fetcher)(address)),
      new BffError(401, 100014, { cause: first }),
    ];
  }

  test("the one is no sign-in that has ended, by any layer", async () => {
    for (const error of await errorsOf("/api/me"))
      expect(client.diagnose(error)).toMatchObject({
        category: "unknown",
        failure: { dialect: "foreign", code: null },
      });
  });

  test("the others are as without it", async () => {
    for (const error of await errorsOf("/api/mine")) expect(client.diagnose(error).category).toBe("reauth");
    const response = new Response(null, { status: 200 });
    expect(client.unwrap(own, response)).toBe(own);
    expect(() => client.unwrap({ ret: -73, msg: "m" }, response)).toThrow(TencentError);
  });
});

test("an interceptor asks `diagnose` about axios' own error and about a failure in HTTP 200 alike", async () => {
  const client = createTencentErrorClient();
  const said: unknown[] = [];
  for (const status of [200, 401]) {
    const api = axios.create({ adapter: "fetch", env: { fetch: answering({ ret: -73, msg: "m" }, status) } });
    attachTencentAxios(api, client, { replay: "never" });
    api.interceptors.response.use(undefined, (error: AxiosError) => {
      said.push([client.diagnose(error).category, axios.isAxiosError(error), error.response?.status]);
      return Promise.reject(error);
    });
    await thrownBy(api.get(url));
  }
  expect(said).toEqual([
    ["reauth", false, undefined],
    ["reauth", true, 401],
  ]);
});
