import { MutationObserver, QueryClient, QueryObserver } from "@tanstack/react-query";
import axios from "axios";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { attachTencentAxios } from "../../src/axios.js";
import { attachTencentErrors, tencentRetry } from "../../src/query.js";
import { axiosPage, revoked } from "./axiosPage.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a query and a mutation of one unwrapping instance come back together, each sent once more", async () => {
  const { client, create, sent, signIn } = axiosPage(axios, [revoked, revoked]);
  const api = create();
  api.interceptors.response.use((response) => response.data as never);
  attachTencentAxios(api, client);
  const queryClient = new QueryClient({
    defaultOptions: { queries: { retry: tencentRetry(client) }, mutations: { retry: 3 } },
  });
  const detach = attachTencentErrors(queryClient, client);
  const query = new QueryObserver(queryClient, { queryKey: ["me"], queryFn: async () => api.get("/me") });
  const stop = query.subscribe(() => undefined);
  const mutation = new MutationObserver(queryClient, { mutationFn: async (data: object) => api.post("/notes", data) });
  const saved = mutation.mutate({ a: 1 });
  await vi.advanceTimersByTimeAsync(100);
  await signIn();
  await vi.advanceTimersByTimeAsync(5000);
  await expect(saved).resolves.toEqual({ ret: 0, id: 7 });
  expect(query.getCurrentResult()).toMatchObject({ status: "success", data: { ret: 0, id: 7 } });
  expect(sent.map(({ url }) => url).sort()).toEqual(["/me", "/me", "/notes", "/notes"]);
  stop();
  detach();
  queryClient.clear();
});
