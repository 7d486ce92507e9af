import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { ReauthPrompt } from "../../src/index.js";
import en from "../../src/locales/en.js";
import type { ReauthFlow } from "../../src/core.js";
import { fakeReauth } from "../../src/testing/fakeReauth.js";
import { onPage, type OnPage } from "./onPage.js";

const { labels, prompt, actions, reasons } = en.words;
const dialog = (): string => document.querySelector("dialog")?.textContent ?? "";
const seen = (): string => document.querySelector("[data-part=healed]")?.textContent ?? "";
const said = (): string => document.querySelector("[data-part=live]")?.textContent ?? "";
const press = (name: string): Promise<void> => page.getByRole("button", { name, exact: true }).click();

/** A sign-in whose window is open, and is the person's to close or not. */
async function signingIn(
  leavesWindow: boolean,
  sharedAs?: string,
): Promise<OnPage & { readonly fake: ReturnType<typeof fakeReauth> }> {
  const fake = fakeReauth([], sharedAs === undefined ? {} : { sharedAs });
  const flow: ReauthFlow = {
    ...fake,
    start: (request) => ({ ...fake.start(request), leavesWindow: () => leavesWindow }),
  };
  const shown = await onPage(<ReauthPrompt />, { flow: flow as ReturnType<typeof fakeReauth> });
  shown.client.reauth.require(shown.client.diagnose({ ret: -21, msg: "revoked" }));
  await press(actions.reauthorize);
  fake.progress({ status: "waiting" });
  await expect.poll(dialog).toContain(prompt.waiting.title);
  return { ...shown, fake };
}

test("who cancels is told of a window that only they can close, to be read and to be heard", async () => {
  await signingIn(true);
  expect(dialog()).not.toContain(labels.closeWindow);
  await press(labels.cancel);
  await expect.poll(seen).toBe(prompt.cancelled.title + labels.closeWindow);
  await expect.poll(said).toBe(`${prompt.cancelled.title} · ${labels.closeWindow}`);
});

test("nothing is said of a window that is closed", async () => {
  await signingIn(false);
  await press(labels.cancel);
  await expect.poll(said).toBe(prompt.cancelled.title);
  expect(seen()).toBe("");
});

test.each([true, undefined])("a sign-in that failed says it where its window is left: %o", async (windowLeft) => {
  const { fake } = await signingIn(true);
  fake.end({ status: "failed", reason: "timeout", windowLeft });
  await expect.poll(dialog).toContain(reasons.timeout);
  expect(dialog().includes(labels.closeWindow)).toBe(windowLeft === true);
});

test("a tab whose sign-in another one has taken over says which window can be closed", async () => {
  await signingIn(true, "window left");
  const other = new BroadcastChannel("te-tabs window left");
  other.postMessage({ v: 1, kind: "begun", at: Date.now() + 1000 });
  await navigator.locks.request("te-tabs window left", { steal: true }, async () => {
    await expect.poll(dialog).toContain(`${prompt.elsewhere.description} ${labels.closeWindow}`);
    // its word comes by message and by the lock
    other.postMessage({ v: 1, kind: "begun", at: Date.now() + 1000 });
    await expect.poll(dialog).toContain(labels.closeWindow);
  });
  other.close();
});

test("beside what was not sent, it is a sentence of its own", async () => {
  const { client } = await signingIn(true);
  const send = client.guard(() => Promise.reject(Object.assign(new Error("revoked"), { ret: -21, msg: "revoked" })));
  const change = expect(send()).rejects.toThrow();
  await expect.poll(dialog).toContain("1 change waits to be sent");
  await press(labels.cancel);
  await change;
  await expect.poll(seen).toBe(`${prompt.cancelled.title}1 change was not sent. ${labels.closeWindow}`);
});
