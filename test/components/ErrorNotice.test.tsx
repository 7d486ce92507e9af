import { expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { TencentError, diagnose } from "../../src/core.js";
import { ErrorNotice } from "../../src/index.js";
import { onPage } from "./onPage.js";
import en from "../../src/locales/en.js";

const revoked = 'callback( {"error":100016,"error_description":"access token check failed"} );';
const notice = (): Element | null => document.querySelector("[data-part=notice]");

test("a failed call is shown with its one button, its code and its language", { tags: ["WCAG-3.1.1"] }, async () => {
  const { flow } = await onPage(<ErrorNotice error={revoked} />);
  await expect.element(page.getByText(String(en.words.titles[100016]), { exact: true })).toBeVisible();
  await expect.element(page.getByText("Code 100016")).toBeVisible();
  expect(notice()).toMatchObject({ lang: "en", dir: "ltr" });
  expect(notice()?.getAttribute("data-category")).toBe("reauth");
  expect(document.querySelectorAll("[data-part=action]")).toHaveLength(1);
  await page.getByRole("button", { name: "Sign in again with QQ" }).click();
  expect(flow.starts).toBe(1);
});

test.each([
  ["nothing", undefined],
  ["null", null],
  ["a success with a filled message", { ret: 0, msg: "user is logged in." }],
  ["a success in JSONP", 'callback( {"client_id":"1","openid":"2"} );'],
  ["a query without an error", { data: { ret: -21 }, error: null, isError: false }],
  ["plain data", { friends: [] }],
  ["an aborted call", new DOMException("aborted", "AbortError")],
])("%s is no failure", { tags: ["F58"] }, async (_what, error) => {
  const { screen } = await onPage(<ErrorNotice error={error} />);
  expect(screen.container.textContent).toBe("");
});

test.each([
  ["a query", { error: { ret: -21 }, data: undefined }, "reauth"],
  ["an error that was thrown", new Error("boom"), "unknown"],
  ["a string that was thrown", "boom", "unknown"],
  ["a string that was thrown, in a query", { error: "boom", data: 1 }, "unknown"],
  ["a kit's own error", new TencentError(diagnose({ ret: -6 })), "rateLimit"],
  [
    "several calls, the healable first",
    [
      { error: { ret: -1 }, data: 1 },
      { error: { ret: -21 }, data: 1 },
    ],
    "reauth",
  ],
  ["an unknown code", { ret: -999, msg: "x" }, "unknown"],
  ["an unknown small code", { ret: -13, msg: "x" }, "unknown"],
])("%s is read", async (_what, error, category) => {
  await onPage(<ErrorNotice error={error} />);
  expect(notice()?.getAttribute("data-category")).toBe(category);
});

test("an unknown failure keeps its number and offers a report", async () => {
  await onPage(<ErrorNotice error={{ ret: -13, msg: "unlisted" }} />);
  await expect.element(page.getByText("Code -13")).toBeVisible();
  await expect.element(page.getByRole("button", { name: en.words.actions.copyReport })).toBeVisible();
});

test(
  "server text is never shown to users, and to developers only in the details",
  { tags: ["WCAG-3.1.2"] },
  async () => {
    const hostile = { ret: -1, msg: "<img src=x onerror=alert(1)> CALL 555-1234" };
    await onPage(<ErrorNotice error={hostile} />);
    expect(document.body.textContent).not.toContain("555-1234");
    await onPage(<ErrorNotice error={hostile} audience="developer" />);
    const details = document.querySelector("[data-part=details]");
    await page.getByText("Details", { exact: true }).click();
    expect(details?.textContent).toContain("<img src=x");
    expect(document.querySelectorAll("[data-part=notice] img")).toHaveLength(0);
    expect(details?.querySelector("[lang=zh]")?.textContent).toContain("555-1234");
  },
);

test("developers get the steps in the table's order and the ticket desk as a link", async () => {
  await onPage(<ErrorNotice error={{ ret: -2, msg: "" }} audience="developer" />);
  const steps = [...document.querySelectorAll("[data-part=step]")].map((step) => step.getAttribute("data-remedy"));
  expect(steps).toEqual(["checkCredentials", "openTicket"]);
  const link = document.querySelector("a[data-action=openTicket]");
  expect(link).toMatchObject({
    target: "_blank",
    rel: "noopener noreferrer",
    href: "https://console.cloud.tencent.com/workorder/category",
  });
});

test("older data is marked with its time", async () => {
  const query = { error: { ret: -6 }, data: [1], dataUpdatedAt: Date.parse("2026-11-23T10:42:00") };
  await onPage(<ErrorNotice error={query} />);
  await expect.element(page.getByText(/Showing data from .*10:42/)).toBeVisible();
});

test("trying again calls what failed", async () => {
  const refetch = vi.fn();
  await onPage(<ErrorNotice error={{ error: new TypeError("Failed to fetch"), data: undefined, refetch }} />);
  await page.getByRole("button", { name: "Try again" }).click();
  expect(refetch).toHaveBeenCalledTimes(1);
});

test("a boundary's reset is a way to try again", async () => {
  const reset = vi.fn();
  await onPage(<ErrorNotice error={new TypeError("Failed to fetch")} resetErrorBoundary={reset} />);
  await page.getByRole("button", { name: "Try again" }).click();
  expect(reset).toHaveBeenCalledTimes(1);
});

test("a closed notice is gone and calls `onDismiss`", async () => {
  const first = new Error("first");
  const onDismiss = vi.fn();
  await onPage(<ErrorNotice error={first} onDismiss={onDismiss} />);
  await page.getByRole("button", { name: "Close" }).click();
  expect(onDismiss).toHaveBeenCalledTimes(1);
  expect(notice()).toBeNull();
  await onPage(<ErrorNotice error={new Error("second")} onDismiss={onDismiss} />);
  expect(notice()).not.toBeNull();
});

test(
  "a hundred notices of one failure are announced once, in a region that was mounted before",
  { tags: ["F70", "WCAG-4.1.3"] },
  async () => {
    const { screen } = await onPage(<></>);
    expect(document.querySelector("[data-part=live]")?.textContent).toBe("");
    await screen.unmount();
    await onPage(
      <>
        {Array.from({ length: 100 }, (_, index) => (
          <ErrorNotice key={index} error={{ ret: -21, msg: String(index) }} />
        ))}
      </>,
    );
    const said = [...document.querySelectorAll("[data-part=live]")].filter((region) => region.textContent !== "");
    expect(said).toHaveLength(1);
  },
);
