import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { TencentError, createTencentErrorClient } from "../../src/core.js";
import { ErrorNotice } from "../../src/index.js";
import en from "../../src/locales/en.js";
import { onPage } from "../components/onPage.js";

beforeEach(() => {
  vi.useFakeTimers({
    now: new Date(2026, 5, 1, 12),
    toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"],
  });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A rate limit with what the server asked for in `Retry-After`. */
function limited(seconds: number): TencentError {
  const headers = { get: (name: string) => (name === "retry-after" ? String(seconds) : null) };
  try {
    createTencentErrorClient().unwrap({ ret: -6, msg: "api freq out of limit" }, { status: 200, headers });
  } catch (error) {
    if (error instanceof TencentError) return error;
  }
  throw new Error("A rate limit is no failure?");
}

const pass = async (ms: number): Promise<void> => {
  await vi.advanceTimersByTimeAsync(ms);
};
const description = (): string => document.querySelector("[data-part=description]")?.textContent ?? "";
const text = (): string => document.querySelector("[data-part=countdown]")?.textContent ?? "";

test("a rate limit counts down and sends the call once more when the server said", async () => {
  const refetch = vi.fn();
  await onPage(<ErrorNotice error={{ error: limited(5), data: undefined, refetch }} />);
  expect(text()).toBe("Trying again automatically in 5 seconds");
  expect(description()).toBe(en.words.labels.willRetry);
  await pass(4000);
  await expect.poll(text).toBe("Trying again automatically in 1 second");
  expect(refetch).not.toHaveBeenCalled();
  await pass(1000);
  expect(refetch).toHaveBeenCalledTimes(1);
  await pass(60_000);
  expect(refetch).toHaveBeenCalledTimes(1);
});

test("what takes longer than a minute is left to the person, with a time to come back", async () => {
  const refetch = vi.fn();
  await onPage(<ErrorNotice error={{ error: limited(3600), data: undefined, refetch }} />);
  expect(text()).toMatch(/^Try again after 1:00\sPM$/);
  expect(description()).toBe(en.words.categories.rateLimit.description);
  await pass(3_700_000);
  expect(refetch).not.toHaveBeenCalled();
  await expect.element(page.getByRole("button", { name: "Try again" })).toBeVisible();
});

test("a time after midnight is said with its day", async () => {
  vi.setSystemTime(new Date(2026, 5, 1, 23, 30));
  await onPage(<ErrorNotice error={{ error: limited(3600), data: undefined, refetch: vi.fn() }} />);
  expect(text()).toMatch(/^Try again after Jun 2, 12:30\sAM$/);
});

test("a cancelled countdown sends nothing", async () => {
  const refetch = vi.fn();
  const error = { error: limited(5), data: undefined, refetch };
  await onPage(
    <ErrorNotice error={error}>
      {({ retry }) => (
        <button type="button" onClick={retry.cancel}>
          {retry.nextRetryAt === null ? "stopped" : "stop"}
        </button>
      )}
    </ErrorNotice>,
  );
  document.querySelector("button")?.click();
  await expect.poll(() => document.querySelector("button")?.textContent).toBe("stopped");
  await pass(10_000);
  expect(refetch).not.toHaveBeenCalled();
});

test("a notice that goes away leaves no timer behind", async () => {
  const { screen } = await onPage(<ErrorNotice error={{ error: limited(5), data: undefined, refetch: vi.fn() }} />);
  await screen.unmount();
  expect(vi.getTimerCount()).toBe(0);
});

test("a failure that is not to be repeated has no clock", async () => {
  await onPage(<ErrorNotice error={{ error: { ret: -999 }, data: undefined, refetch: vi.fn() }} />);
  expect(text()).toBe("");
  // what was announced is taken back by then
  await pass(5000);
  expect(vi.getTimerCount()).toBe(0);
});

test("a try and a stop in one click count the try", async () => {
  const refetch = vi.fn();
  await onPage(
    <ErrorNotice error={{ error: limited(5), data: undefined, refetch }}>
      {({ retry }) => (
        <button
          type="button"
          onClick={() => {
            retry.retryNow();
            retry.cancel();
          }}
        >
          {`tried ${String(retry.attempt)}`}
        </button>
      )}
    </ErrorNotice>,
  );
  await page.getByRole("button", { name: "tried 0" }).click();
  await expect.element(page.getByRole("button", { name: "tried 1" })).toBeVisible();
  await pass(60_000);
  expect(refetch).toHaveBeenCalledTimes(1);
});
