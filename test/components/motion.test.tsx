import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { cdp, page } from "vitest/browser";
import { ReauthPrompt } from "../../src/index.js";
import "../../src/styles/styles.css";
import { onPage, type OnPage } from "./onPage.js";

const dialog = (): HTMLElement | null => document.querySelector("dialog");

/** The heights of the dialog, frame by frame, while it goes to another step. */
async function heights(
  step: (shown: OnPage) => void,
): Promise<{ readonly all: readonly number[]; readonly ms: number }> {
  const shown = await onPage(<ReauthPrompt interrupt="always" />, { account: { name: "Xiao Ming" } });
  shown.client.reauth.require(shown.client.diagnose({ ret: -73 }));
  await expect.poll(dialog).not.toBeNull();
  await new Promise((resolve) => setTimeout(resolve, 300));
  const all: number[] = [];
  let changedAt = 0;
  const began = performance.now();
  step(shown);
  while (performance.now() - began < 500) {
    const height = Math.round(dialog()?.getBoundingClientRect().height ?? 0);
    if (all.at(-1) !== height) {
      all.push(height);
      changedAt = performance.now();
    }
    await new Promise(requestAnimationFrame);
  }
  return { all, ms: changedAt - began };
}

beforeEach(() => page.viewport(1280, 800));

const wait = ({ client, flow }: OnPage): void => {
  client.reauth.start();
  flow.progress({ status: "waiting" });
};

test("the dialog's height goes smoothly from step to step", async () => {
  const { all, ms } = await heights(wait);
  expect(all.length).toBeGreaterThan(3);
  expect(all).toEqual([...all].sort((a, b) => b - a));
  // two steps follow each other here, each within 200 ms, on a busy machine
  expect(ms).toBeLessThan(480);
});

test("each motion of the sheet is at most 200 ms long", async () => {
  await heights(wait);
  const style = getComputedStyle(document.documentElement);
  for (const motion of ["appear", "swap", "settle"]) {
    const time = style.getPropertyValue(`--te-motion-${motion}`);
    expect(parseFloat(time), motion).toBeGreaterThan(0);
    expect(parseFloat(time), motion).toBeLessThanOrEqual(200);
  }
});

describe("for who asks for less motion", () => {
  const emulate = (value: string): Promise<unknown> =>
    cdp().send("Emulation.setEmulatedMedia", { features: [{ name: "prefers-reduced-motion", value }] });
  beforeEach(() => emulate("reduce"));
  afterEach(() => emulate(""));

  test("it has its new height at once", async () => {
    const { all } = await heights(wait);
    expect(all.length).toBeLessThanOrEqual(3);
    expect(dialog()?.getAnimations({ subtree: true })).toEqual([]);
  });
});
