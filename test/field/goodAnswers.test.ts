import axios from "axios";
import { createAccountChoice } from "../../src/client/accountChoice.js";
import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { describe, expect, test } from "vitest";
import { createTencentErrorClient, unwrap } from "../../src/core.js";
import { attachTencentAxios } from "../../src/axios.js";
import { createTencentFetch, tencentFetch } from "../../src/fetch.js";
import { attachTencentErrors } from "../../src/query.js";
import { guardSwrFetcher } from "../../src/integrations/swr/guardSwrFetcher.js";
import { fakeReauth } from "../../src/testing/fakeReauth.js";
import { goodAnswers, type GoodAnswer } from "../fixtures/goodAnswers.js";

const url = "https://app.test/api/things";
const valueOf = (body: string): unknown => {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return body;
  }
};
const answering =
  ([, type, body, status = 200]: GoodAnswer): typeof fetch =>
  () =>
    Promise.resolve(new Response(body, { status, headers: { "content-type": type } }));
const isStillCalm = (client: ReturnType<typeof createTencentErrorClient>): void => {
  expect(client.reauth.getSnapshot().status).toBe("idle");
  expect(client.recentEvents().filter(({ type }) => type.startsWith("failure"))).toEqual([]);
};

test("there are at least 80 good answers", () => {
  expect(goodAnswers.length).toBeGreaterThanOrEqual(80);
});

describe.each(goodAnswers.map((answer) => [answer[0], answer] as const))(
  "a good answer is returned: %s,",
  (_what, answer) => {
    const expected = valueOf(answer[2]);

    test("through tencentFetch and createTencentFetch", async () => {
      const blank = answer[2].trim() === "" ? null : expected;
      const client = createTencentErrorClient({ reauth: fakeReauth() });
      await expect(createTencentFetch(client, answering(answer))(url)).resolves.toEqual(blank);
      await expect(createTencentFetch(client, answering(answer))(url, { method: "POST" })).resolves.toEqual(blank);
      const before = globalThis.fetch;
      globalThis.fetch = answering(answer);
      await expect(tencentFetch(url))
        .resolves.toEqual(blank)
        .finally(() => (globalThis.fetch = before));
      isStillCalm(client);
    });

    test("through axios", async () => {
      const client = createTencentErrorClient({ reauth: fakeReauth() });
      const api = axios.create({ adapter: "fetch", env: { fetch: answering(answer) } } as object);
      const plain = await axios
        .create({ adapter: "fetch", env: { fetch: answering(answer) } } as object)
        .get<unknown>(url);
      attachTencentAxios(api, client);
      expect((await api.get<unknown>(url)).data).toEqual(plain.data);
      expect((await api.post<unknown>(url, { a: 1 })).data).toEqual(plain.data);
      isStillCalm(client);
    });

    test("through SWR's fetcher and a query, unwrapped with its response or not", async () => {
      const client = createTencentErrorClient({ reauth: fakeReauth() });
      const fetcher = async (): Promise<unknown> => {
        const response = await answering(answer)(url);
        const body = await response.text();
        // a text is taken for the answer as it came
        return typeof valueOf(body) === "string" && unwrap(body, response)
          ? valueOf(body)
          : unwrap(valueOf(body), response);
      };
      const key = JSON.stringify;
      await expect(
        guardSwrFetcher(fetcher, client, { track: (change) => change, choice: createAccountChoice() })("k"),
      ).resolves.toEqual(expected);
      const queryClient = new QueryClient();
      const detach = attachTencentErrors(queryClient, client);
      await expect(
        new QueryObserver(queryClient, { queryKey: [key(answer)], queryFn: async () => [await fetcher()] })
          .refetch({ throwOnError: true })
          .then(({ data }) => data),
      ).resolves.toEqual([expected]);
      detach();
      queryClient.clear();
      isStillCalm(client);
    });
  },
);
