import type { AxiosInstance } from "axios";
import { createAuthRefresh } from "axios-auth-refresh";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { attachTencentAxios } from "../../src/axios.js";
import { createTencentErrorClient } from "../../src/core.js";
import { fakeReauth } from "../../src/testing/fakeReauth.js";
import { outcomesOf } from "../client/outcomesOf.js";
import { axiosServer } from "./axiosServer.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const successAt = 110;

/** Three calls that fail together, and one with the same old token that fails 100 ms after the sign-in. */
function storm(instance: AxiosInstance) {
  const together = ["/a", "/b", "/c"].map((url) => instance.get<{ url: string }>(url));
  const late = instance.get<{ url: string }>("/late", { params: { latencyMs: successAt + 100 } });
  return outcomesOf([...together, late].map(async (answer) => (await answer).data.url));
}

describe("three failures together and one 100 ms after the success", () => {
  test.each([200, 401])("are one prompt, one start and four answers, refused with HTTP %i", async (status) => {
    const { create, sent, signIn } = axiosServer(status);
    const reauth = fakeReauth();
    const client = createTencentErrorClient({ reauth, accountId: () => "ann" });
    const instance = create();
    attachTencentAxios(instance, client, { replay: "confirm" });
    const outcomes = storm(instance);
    await vi.advanceTimersByTimeAsync(successAt);
    expect(client.reauth.getSnapshot()).toMatchObject({ status: "required", affected: 3 });
    client.reauth.start();
    signIn();
    reauth.end({ status: "succeeded", accountId: "ann" });
    await vi.advanceTimersByTimeAsync(5000);
    expect(outcomes.rejected).toEqual([]);
    expect(outcomes.resolved.sort()).toEqual(["/a", "/b", "/c", "/late"]);
    expect(sent).toHaveLength(8);
    expect(reauth.starts).toBe(1);
    expect(client.recentEvents().filter(({ type }) => type === "reauth.required")).toHaveLength(1);
    expect(client.reauth.getSnapshot().status).toBe("succeeded");
    expect(vi.getTimerCount()).toBe(0);
  });

  test("are two answers, two rejections and two refreshes by axios-auth-refresh as it comes", async () => {
    const { create, signIn } = axiosServer(401);
    const instance = create();
    const refresh = vi.fn(async () => {
      await new Promise((resolve) => setTimeout(resolve, successAt - 10));
      signIn();
    });
    createAuthRefresh(instance, refresh);
    const outcomes = storm(instance);
    await vi.advanceTimersByTimeAsync(5000);
    expect({ ...outcomes, resolved: outcomes.resolved.sort() }).toMatchObject({
      resolved: ["/a", "/late"],
      rejected: [{ response: { status: 401 } }, { response: { status: 401 } }],
    });
    expect(refresh).toHaveBeenCalledTimes(2);
  });
});
