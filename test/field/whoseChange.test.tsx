import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { ReauthPrompt } from "../../src/index.js";
import { autoReauth } from "../../src/flows/autoReauth.js";
import { popupReauth } from "../../src/flows/popupReauth.js";
import { redirectReauth } from "../../src/flows/redirectReauth.js";
import en from "../../src/locales/en.js";
import type { ReauthFlow } from "../../src/model/ReauthFlow.js";
import { fakeReauth, type FakeReauth } from "../../src/testing/fakeReauth.js";
import { onPage, type OnPage } from "../components/onPage.js";

const { labels, prompt, actions } = en.words;
const press = (name: string): Promise<void> => page.getByRole("button", { name, exact: true }).click();
const dialog = (): string => document.querySelector("dialog[open]")?.textContent ?? "";
const line = (): string => document.querySelector("[data-part=healed]")?.textContent ?? "";

/** A page on which a person has posted something while the session was over. */
async function posted(flow: FakeReauth = fakeReauth(), account?: { readonly name: string }): Promise<OnPage> {
  const shown = await onPage(<ReauthPrompt />, { flow, ...(account && { account }) });
  shown.client
    .guard(async () => Promise.reject(Object.assign(new Error("revoked"), { ret: -21, msg: "revoked" })))()
    .catch(() => undefined);
  await expect.element(page.getByRole("dialog")).toBeVisible();
  return shown;
}

/** What a flow says of itself, whose window is blocked. */
const blocked = async (told: Partial<ReauthFlow>): Promise<void> => {
  const flow = Object.assign(fakeReauth(), told);
  await posted(flow);
  await press(actions.reauthorize);
  flow.end({ status: "failed", reason: "popupBlocked" });
  await expect.element(page.getByRole("heading", { name: prompt.failed.title })).toBeVisible();
};

test("a change of an account that nothing names is asked about as such", async () => {
  const { flow } = await posted();
  await press(actions.reauthorize);
  flow.end({ status: "succeeded" });
  await expect.poll(dialog).toContain("Send 1 change?");
  expect(dialog()).toContain(`${prompt.confirm.description} ${labels.unsureAccount}`);
});

test("whose account will send it is said, where the exchange told a name", async () => {
  const { flow } = await posted();
  await press(actions.reauthorize);
  flow.end({ status: "succeeded", accountId: "b", name: "Bob" });
  await expect.poll(dialog).toContain("Send 1 change?");
  expect(dialog()).toContain(`You're signed in as Bob. ${labels.unsureAccount}`);
});

test("nothing is said of a doubt where it is the same account", async () => {
  const flow = fakeReauth();
  const shown = await onPage(<ReauthPrompt />, { flow });
  shown.client.reauth.renewed("ann");
  shown.client
    .guard(async () => Promise.reject(Object.assign(new Error("revoked"), { ret: -21, msg: "revoked" })))()
    .catch(() => undefined);
  await press(actions.reauthorize);
  flow.end({ status: "succeeded", accountId: "ann", name: "Ann" });
  await expect.poll(dialog).toContain("Send 1 change?");
  expect(dialog()).not.toContain(labels.unsureAccount);
  expect(shown.client.reauth.getSnapshot()).toMatchObject({ unsure: false, otherAccount: null });
});

test("who says that they have signed in is asked with the doubt", async () => {
  const { flow } = await posted(fakeReauth(), { name: "Ann" });
  await press(actions.reauthorize);
  flow.progress({ status: "waiting", windowClosed: true });
  await press(labels.done);
  await expect.poll(dialog).toContain("Send 1 change?");
  expect(dialog()).toContain(labels.unsureAccount);
  expect(dialog()).not.toContain("signed in as");
});

test("before a blocked window's way leads through this page, what is lost is said", async () => {
  await blocked({ continuesHere: true });
  expect(dialog()).toContain(`${labels.blockedHere} ${labels.leavesPage}`);
  expect(dialog()).toContain("1 change waits to be sent");
  expect(dialog()).toContain(labels.continueHere);
});

test("where the app keeps its work, only what is held is lost that way", async () => {
  await blocked({ continuesHere: true, keepsWork: true });
  expect(dialog()).toContain(`${labels.blockedHere} ${labels.reloadsPage}`);
  expect(dialog()).not.toContain(labels.leavesPage);
});

test("a blocked window that is tried again says nothing of it", async () => {
  await blocked({});
  expect(dialog()).toContain(en.words.reasons.popupBlocked);
  expect(dialog()).not.toContain(labels.leavesPage);
});

test("a flow that leaves the page says so while a change waits", async () => {
  await posted(Object.assign(fakeReauth(), { leavesPage: () => true }));
  expect(dialog()).toContain(labels.leavesPage);
});

test("of one that leaves a page whose work the app keeps, it says what the change needs then", async () => {
  await posted(Object.assign(fakeReauth(), { leavesPage: () => true, keepsWork: true }));
  expect(dialog()).toContain(labels.reloadsPage);
  expect(dialog()).not.toContain(labels.leavesPage);
});

test("the kit's flows say whether they leave the page, and whether the app keeps its work", () => {
  const options = { clientId: "1", redirectUri: "/back.html", exchange: async () => undefined };
  const appState = { save: () => "", restore: () => undefined };
  const told = ({ leavesPage, keepsWork }: ReauthFlow): unknown => [leavesPage?.(), keepsWork];
  expect(told(popupReauth(options))).toEqual([undefined, undefined]);
  expect(told(redirectReauth(options))).toEqual([true, false]);
  expect(told(redirectReauth({ ...options, appState }))).toEqual([true, true]);
  expect(told(autoReauth({ ...options, appState }))).toEqual([false, true]);
});

test("a sign-in that is called off says that the change was not sent, on the page too", async () => {
  await posted();
  await press(labels.cancel);
  await expect.poll(line).toBe("You're not signed in1 change was not sent.");
});
