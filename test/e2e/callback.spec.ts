import { expect, test } from "@playwright/test";

const state = "s".repeat(43);

test("the return page cleans its address, answers the waiting page, and shows what to do next", async ({
  page,
  context,
}) => {
  const waiting = await context.newPage();
  await waiting.goto("/tencent-callback.html");
  const heard = waiting.evaluate(
    (name) => new Promise((resolve) => (new BroadcastChannel(name).onmessage = ({ data }) => resolve(data))),
    `te-${state.slice(0, 10)}`,
  );
  await page.goto(`/tencent-callback.html?code=SECRETCODE&state=${state}#more`);
  expect(await heard).toEqual({ v: 1, flow: `te-${state.slice(0, 10)}`, state, code: "SECRETCODE" });
  await expect(page.getByText("Go back to the window where you started to continue.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Back to the app" })).toBeVisible();
  expect(page.url()).not.toContain("SECRETCODE");
  expect(
    await page.evaluate(() =>
      JSON.stringify([history.state, Object.entries(localStorage), Object.entries(sessionStorage)]),
    ),
  ).not.toContain("SECRETCODE");
});

for (const [what, query] of [
  ["nothing", ""],
  ["no state", "?code=C"],
  ["a state of another form", "?code=C&state=short"],
  ["a state twice", `?code=C&state=${state}&state=${state}`],
  ["a code in query and hash", `?code=C&state=${state}#code=D`],
  ["a code and an error", `?code=C&error=1&state=${state}`],
  ["a text that is not the kit's", `?error=1&msg=CALL+555-1234&error_description=<svg/onload=alert(1)>`],
] as const) {
  test(`the return page takes nothing from an address with ${what}`, async ({ page }) => {
    await page.goto(`/tencent-callback.html${query}`);
    await expect(page.getByText("Try again in the app.")).toBeVisible();
    await expect(page.getByText("555-1234")).toHaveCount(0);
    expect(new URL(page.url()).search).toBe("");
  });
}
