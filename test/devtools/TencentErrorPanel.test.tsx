import { expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { createTencentErrorClient, type TencentErrorClient } from "../../src/core.js";
import { tencentErrorDevtools } from "../../src/devtools.js";
import { fakeReauth, type FakeReauth } from "../../src/testing/fakeReauth.js";

async function opened(): Promise<{ client: TencentErrorClient; flow: FakeReauth }> {
  const flow = fakeReauth();
  const client = createTencentErrorClient({ reauth: flow });
  await render(tencentErrorDevtools(client).render);
  return { client, flow };
}

const states = page.getByRole("list", { name: "States" });

test("shows the reauthorization's status and epoch", async () => {
  const { client, flow } = await opened();
  await expect.element(states.getByText("idle")).toHaveAttribute("aria-current", "step");
  client.reauth.require(client.diagnose({ ret: -73 }));
  await expect.element(states.getByText("required")).toHaveAttribute("aria-current", "step");
  client.reauth.start();
  flow.end({ status: "succeeded" });
  await expect.element(states.getByText("succeeded")).toHaveAttribute("aria-current", "step");
  await expect.element(page.getByText("Epoch 1")).toBeVisible();
});

test("shows a failure with the reason for its category, the same one once", async () => {
  const { client } = await opened();
  await expect.element(page.getByText("Nothing has failed yet.")).toBeVisible();
  for (const raw of [{ ret: -5 }, { ret: -5 }, { ret: -999 }]) client.diagnose(raw);
  await expect
    .element(page.getByRole("row", { name: /-5 openapi signature 2 Row \w+ of the table: for the developer/ }))
    .toBeVisible();
  await expect.element(page.getByRole("row", { name: /-999 openapi unknown 1 Neither the table/ })).toBeVisible();
});

test("an injected code is held and healed like a failed call", async () => {
  const { client, flow } = await opened();
  await page.getByRole("combobox", { name: "Code" }).selectOptions("-21");
  await page.getByRole("button", { name: "Inject" }).click();
  await expect.element(states.getByText("required")).toHaveAttribute("aria-current", "step");
  client.reauth.start();
  flow.end({ status: "succeeded" });
  await expect.element(states.getByText("succeeded")).toHaveAttribute("aria-current", "step");
  expect(client.board.getGroups()).toEqual([]);
});

test("an injected code that can't be healed at once is listed until it is sent again", async () => {
  const { client } = await opened();
  await page.getByRole("combobox", { name: "Code" }).selectOptions("251004");
  await page.getByRole("button", { name: "Inject" }).click();
  await expect.poll(() => client.board.getGroups().length).toBe(1);
  client.board.getGroups()[0]?.retry?.();
  await expect.poll(() => client.board.getGroups().length).toBe(0);
});

test("what is shown can be filtered, copied and cleared", async () => {
  const { client } = await opened();
  for (const raw of [{ ret: -5 }, { ret: -6 }]) client.diagnose(raw);
  const rows = page.getByRole("row");
  await expect.element(rows.nth(2)).toBeVisible();
  await page.getByRole("searchbox", { name: "Filter" }).fill("ratelimit");
  await expect.element(page.getByRole("row", { name: /-6 openapi rateLimit/ })).toBeVisible();
  expect(rows.elements()).toHaveLength(2);
  const copied = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
  await page.getByRole("button", { name: "Copy" }).click();
  await expect.element(page.getByRole("button", { name: "Copied" })).toBeVisible();
  expect(JSON.parse(copied.mock.calls[0]?.[0] ?? "")).toEqual([expect.objectContaining({ code: -6 })]);
  await page.getByRole("button", { name: "Clear" }).click();
  await expect.element(page.getByText("No failure matches.")).toBeVisible();
});

test.each([
  ["rgb(17, 19, 23)", "dark"],
  ["rgb(255, 255, 255)", "light"],
])("on %s it is %s", async (background, scheme) => {
  document.body.style.background = background;
  await opened();
  await expect.poll(() => states.element().parentElement?.style.colorScheme).toBe(scheme);
  document.body.style.background = "";
});
