import { StrictMode, type ReactElement, type ReactNode } from "react";
import useSWR, { SWRConfig, type SWRConfiguration } from "swr";
import useSWRInfinite from "swr/infinite";
import useSWRMutation from "swr/mutation";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { cleanup, render } from "vitest-browser-react";
import { createTencentErrorClient, diagnose, TencentError } from "../../src/core.js";
import { tencentSwr } from "../../src/swr.js";
import { fakeReauth } from "../../src/testing/fakeReauth.js";
import { fakeServer } from "../client/fakeServer.js";
import { patience } from "../patience.js";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance", "Date"] }));
afterEach(async () => {
  await cleanup();
  vi.useRealTimers();
});

function page(options: Parameters<typeof createTencentErrorClient>[0] = {}) {
  const reauth = fakeReauth();
  const server = fakeServer();
  const client = createTencentErrorClient({ reauth, ...options });
  const config: SWRConfiguration = { ...tencentSwr(client), dedupingInterval: 0 };
  const show = (children: ReactNode): Promise<unknown> =>
    render(
      <StrictMode>
        <SWRConfig value={{ ...config, provider: () => new Map() }}>{children}</SWRConfig>
      </StrictMode>,
    );
  const signIn = async (accountId?: string): Promise<void> => {
    client.reauth.start();
    server.signIn();
    reauth.end({ status: "succeeded", accountId });
    await vi.advanceTimersByTimeAsync(0);
    // the person goes on with another account
    if (client.reauth.getSnapshot().reason === "accountMismatch") client.reauth.cancel();
  };
  const Item = ({ name }: { readonly name: string }): ReactElement => {
    const { data, error } = useSWR<string, unknown>(name, () => server.call(name));
    return <p>{data ?? (error === undefined ? "…" : `failed ${name}`)}</p>;
  };
  return { client, server, config, show, signIn, Item };
}

const text = (): string[] => [...document.querySelectorAll("p")].map(({ textContent }) => textContent);

test("revalidates each failed key once, after one prompt", async () => {
  const { client, server, show, signIn, Item } = page();
  server.revoke();
  await show(["a", "b", "c"].map((name) => <Item key={name} name={name} />));
  await vi.advanceTimersByTimeAsync(100);
  await vi.waitFor(() => expect(text()).toEqual(["failed a", "failed b", "failed c"]), patience);
  expect(client.reauth.getSnapshot().status).toBe("required");
  const before = ["a", "b", "c"].map(server.countOf);
  await signIn();
  await vi.advanceTimersByTimeAsync(2000);
  await vi.waitFor(() => expect(text()).toEqual(["a:2", "b:2", "c:2"]), patience);
  expect(["a", "b", "c"].map(server.countOf)).toEqual(before.map((count) => count + 1));
  expect(client.recentEvents().filter(({ type }) => type === "reauth.required")).toHaveLength(1);
});

test("sends nothing on focus while the prompt is open", async () => {
  const { server, show, Item } = page();
  server.revoke();
  await show(<Item name="a" />);
  await vi.advanceTimersByTimeAsync(100);
  const before = server.calls.length;
  await vi.advanceTimersByTimeAsync(10_000);
  window.dispatchEvent(new Event("focus"));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(server.calls).toHaveLength(before);
  expect(text()).toEqual(["failed a"]);
});

test("drops what another account read", async () => {
  const onAccountChange = vi.fn();
  const { server, show, signIn, Item } = page({ accountId: () => "ann", onAccountChange });
  await show(<Item name="a" />);
  await vi.advanceTimersByTimeAsync(100);
  await vi.waitFor(() => expect(text()).toEqual(["a:1"]), patience);
  server.revoke();
  await signIn("bob");
  await vi.advanceTimersByTimeAsync(2000);
  await vi.waitFor(() => expect(text()).toEqual(["a:2"]), patience);
  expect(onAccountChange).toHaveBeenCalledOnce();
});

test("holds a mutation until the sign-in and a yes", async () => {
  const { client, server, show, signIn } = page();
  server.revoke();
  let outcome: Promise<unknown> | undefined;
  const Add = (): ReactElement => {
    const { trigger, isMutating } = useSWRMutation("friends", (_key: string, { arg }: { readonly arg: string }) =>
      server.call(arg),
    );
    return (
      <button onClick={() => void (outcome = trigger("ann"))} type="button">
        {isMutating ? "Adding" : "Add"}
      </button>
    );
  };
  await show(<Add />);
  document.querySelector("button")?.click();
  await vi.advanceTimersByTimeAsync(100);
  await signIn();
  expect(client.reauth.getSnapshot().toConfirm).toBe(1);
  client.reauth.resume();
  await vi.advanceTimersByTimeAsync(100);
  await expect(outcome).resolves.toBe("ann:2");
  expect(server.calls).toEqual(["ann", "ann"]);
});

test("recovers the pages of an infinite list", async () => {
  const { server, show, signIn } = page();
  server.revoke();
  const Pages = (): ReactElement => {
    const { data } = useSWRInfinite<string, unknown>(
      (index) => `page${index}`,
      (key: string) => server.call(key),
      { initialSize: 2 },
    );
    return <p>{data?.join() ?? "…"}</p>;
  };
  await show(<Pages />);
  await vi.advanceTimersByTimeAsync(100);
  await signIn();
  await vi.advanceTimersByTimeAsync(2000);
  await vi.waitFor(() => expect(text()).toEqual(["page0:2,page1:2"]), patience);
});

test("retries by the code's own rule", async () => {
  const { show } = page();
  const calls: string[] = [];
  const Limited = ({ name, ret }: { readonly name: string; readonly ret: number }): null => {
    useSWR(name, async () => {
      calls.push(name);
      throw new TencentError(diagnose({ ret }));
    });
    return null;
  };
  await show(
    <>
      <Limited name="once" ret={-5} />
      <Limited name="backoff" ret={-6} />
      <Limited name="never" ret={-3} />
    </>,
  );
  await vi.advanceTimersByTimeAsync(60_000);
  const countOf = (name: string): number => calls.filter((call) => call === name).length;
  expect(countOf("once") - countOf("never")).toBe(1);
  expect(countOf("backoff") - countOf("never")).toBe(3);
});
