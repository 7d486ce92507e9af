import { afterEach, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { ErrorNotice } from "../../src/index.js";
import { onPage } from "./onPage.js";

const notice = (): HTMLElement | null => document.querySelector("[data-part=notice]");
const state = (): string | undefined => notice()?.dataset["state"];
const status = (): string => notice()?.querySelector("[data-part=status]")?.textContent ?? "";
const noNetwork = (): object => ({ error: new TypeError("Failed to fetch"), data: undefined });

afterEach(() => void vi.restoreAllMocks());

test.each([
  ["TanStack Query", { isFetching: true, refetch: vi.fn() }],
  ["SWR", { isValidating: true, mutate: vi.fn() }],
])("a call of %s that is under way again is not sent twice, and keeps its focused button", async (_layer, running) => {
  const call = { error: { ret: 251004 }, data: ["older"], dataUpdatedAt: 1 };
  const send = "refetch" in running ? running.refetch : running.mutate;
  const still = { ...running, isFetching: false, ...("isValidating" in running && { isValidating: false }) };
  const { show } = await onPage(<ErrorNotice error={{ ...call, ...still }} />);
  const button = page.getByRole("button", { name: "Try again" });
  await button.click();
  expect(send).toHaveBeenCalledTimes(1);
  await show(<ErrorNotice error={{ ...call, ...running }} />);
  expect([state(), status()]).toEqual(["retrying", "Trying again…"]);
  expect(button.element()).toHaveProperty("ariaDisabled", "true");
  expect(document.activeElement).toBe(button.element());
  button.element().dispatchEvent(new MouseEvent("click", { bubbles: true }));
  expect(send).toHaveBeenCalledTimes(1);
  await show(<ErrorNotice error={{ ...call, ...still }} />);
  expect([state(), status()]).toEqual(["retried", ""]);
  expect(button.element().ariaDisabled).toBeNull();
});

test("only failures that a sign-in heals show that one is under way", async () => {
  const { flow, client } = await onPage(
    <>
      <ErrorNotice error={{ ret: -21 }} />
      <ErrorNotice error={{ ret: 251004 }} className="other" />
    </>,
  );
  await page.getByRole("button", { name: "Sign in again with QQ" }).click();
  await expect.poll(state).toBe("waiting");
  expect(status()).toBe("Sign in on the QQ page");
  expect(document.querySelector(".other")?.getAttribute("data-state")).toBe("idle");
  expect(flow.starts).toBe(1);
  client.reauth.cancel();
  await expect.poll(state).toBe("idle");
  expect(status()).toBe("");
});

test("a call without a network shows when the browser is offline, and when it is back", async () => {
  const isOnline = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  await onPage(<ErrorNotice error={noNetwork()} />);
  expect([state(), status()]).toEqual(["offline", "You're offline"]);
  isOnline.mockReturnValue(true);
  dispatchEvent(new Event("online"));
  await expect.poll(state).toBe("idle");
  expect(status()).toBe("");
});

test("no other failure asks the browser whether it is online", async () => {
  vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  await onPage(<ErrorNotice error={{ ret: 251004 }} />);
  expect(state()).toBe("idle");
});
