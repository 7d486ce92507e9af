import { expect, test, vi } from "vitest";
import "../../src/styles/styles.css";
import { ErrorNotice } from "../../src/index.js";
import { onPage } from "./onPage.js";
import en from "../../src/locales/en.js";

const live = (): string => document.querySelector("[data-part=live]")?.textContent ?? "";
const failed = { error: { ret: 251004 }, data: undefined };
const answered = { error: null, data: ["Xiao Ming"] };

test("a recovery is announced, after a time without an answer too", async () => {
  const { show } = await onPage(<ErrorNotice error={failed} />);
  await expect.poll(live).toMatch(new RegExp(`^${en.words.categories.platform.title}`));
  await show(<ErrorNotice error={{ error: null, data: undefined, isFetching: true }} />);
  expect(live()).not.toBe("Working again");
  await show(<ErrorNotice error={answered} />);
  await expect.poll(live).toBe("Working again");
});

test("a recovery is seen where the notice stood, for about a second, and is as high as that", async () => {
  const seen = (): HTMLElement | null => document.querySelector("[data-part=healed]");
  const { show } = await onPage(<ErrorNotice error={failed} />);
  const { offsetHeight = 0 } = document.querySelector<HTMLElement>("[data-part=notice]") ?? {};
  await show(<ErrorNotice error={answered} />);
  await expect.poll(() => seen()?.textContent).toBe("Working again");
  expect(offsetHeight).toBeGreaterThan(0);
  expect(seen()?.offsetHeight).toBe(offsetHeight);
  await expect.poll(seen).toBeNull();
});

test("a recovery can be an app's own toast", async () => {
  const onHealed = vi.fn();
  const { show } = await onPage(<ErrorNotice error={failed} onHealed={onHealed} />);
  await show(<ErrorNotice error={answered} onHealed={onHealed} />);
  await expect.poll(() => onHealed.mock.calls).toEqual([[{ title: "Working again", description: "" }]]);
  expect(document.querySelector("[data-part=healed]")).toBeNull();
});

test.each([
  ["what never failed", answered, answered],
  ["what was taken away without an answer", failed, null],
  ["what is still under way", failed, { ...answered, isFetching: true }],
  ["one call of two", failed, [answered, { error: null, data: undefined }]],
  ["what a sign-in healed, which the prompt announces", { error: { ret: -21 }, data: undefined }, answered],
])("%s is not called working again", async (_what, before, after) => {
  const { show } = await onPage(<ErrorNotice error={before} />);
  const said = live();
  await show(<ErrorNotice error={after} />);
  expect(live()).toBe(said);
});

test("a notice with `announce={false}` announces no recovery either", async () => {
  const { show } = await onPage(<ErrorNotice error={failed} announce={false} />);
  await show(<ErrorNotice error={answered} announce={false} />);
  expect(live()).toBe("");
});
