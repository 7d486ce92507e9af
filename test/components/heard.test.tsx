import { expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { ticketDesk } from "../../src/flows/ticketDesk.js";
import type { TencentErrorClient } from "../../src/core.js";
import { ErrorNotice, ReauthPrompt, TicketDialog } from "../../src/index.js";
import en from "../../src/locales/en.js";
import { listen } from "./heard.js";
import { onPage } from "./onPage.js";

const { prompt, labels, actions, ticket, categories } = en.words;
const changed = { ret: -73, msg: "changed" };
const press = (name: string): Promise<void> => page.getByRole("button", { name, exact: true }).click();
const failing = (): Promise<never> => Promise.reject(Object.assign(new Error("failed"), changed));
const reading = (client: TencentErrorClient, key: string): Promise<string> =>
  client.guard(vi.fn(async () => "here").mockImplementationOnce(failing), { replay: "auto", key })();
/** Until all that was to be said is. */
const quiet = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 400));
const asked = `${en.words.titles[-73]} ${categories.reauth.description}`;

test("a prompt that asks quietly, and a sign-in that brings two items back", async () => {
  const log = listen();
  const { client, flow } = await onPage(<ReauthPrompt interrupt="never" />);
  for (const key of ["friends", "feed"]) void reading(client, key);
  await press(actions.reauthorize);
  flow.progress({ status: "waiting" });
  await expect.element(page.getByText(prompt.waiting.title)).toBeVisible();
  await quiet();
  flow.end({ status: "succeeded" });
  await quiet();
  expect(log[0]).toBe(asked);
  expect(log.at(-1)).toBe(`${prompt.succeeded.title} · 2 items restored`);
  expect(log.join()).not.toMatch(/sent|discarded|not signed in/i);
  expect(new Set(log).size).toBe(log.length);
});

test("a prompt that is cancelled: that nobody is signed in, and what was not sent", async () => {
  const { client } = await onPage(<ReauthPrompt />);
  const held = client
    .guard(failing)()
    .catch(() => "dropped");
  await expect.element(page.getByRole("dialog")).toBeVisible();
  const log = listen();
  await press(labels.cancel);
  await expect(held).resolves.toBe("dropped");
  await quiet();
  expect(log).toEqual([`${prompt.cancelled.title} · 1 change was not sent.`]);
});

test("another account: both names and the cost, nothing for Escape, and that the person who goes on is signed in", async () => {
  const { client, flow } = await onPage(<ReauthPrompt />, { account: { name: "Xiao Ming" } });
  client.reauth.renewed("1");
  const held = client
    .guard(failing)()
    .catch(() => "dropped");
  await press(actions.reauthorize);
  const log = listen();
  flow.end({ status: "succeeded", accountId: "2", name: "Han Meimei" });
  await expect.element(page.getByRole("heading", { name: labels.otherAccount })).toBeVisible();
  await quiet();
  const question = "You were signed in as Xiao Ming, and now as Han Meimei. 1 change was not sent.";
  expect(log.at(-1)).toBe(question);
  const before = log.length;
  await userEvent.keyboard("{Escape}");
  await expect.poll(() => document.querySelector("dialog")).toBeNull();
  await quiet();
  for (const text of log.slice(before)) expect(`${labels.otherAccount} ${question}`).toContain(text);
  await press("Continue as Han Meimei");
  await expect(held).resolves.toBe("dropped");
  await quiet();
  expect(log.at(-1)).toBe(prompt.succeeded.title);
  expect(log.join()).not.toMatch(/change sent|changes sent|restored/);
});

test("a change that is asked about: sent when it is sent, and never before", async () => {
  const { client, flow } = await onPage(<ReauthPrompt />);
  const send = vi.fn<() => Promise<string>>().mockImplementationOnce(failing).mockResolvedValue("saved");
  const answer = client.guard(send)();
  await press(actions.reauthorize);
  const log = listen();
  flow.end({ status: "succeeded" });
  await expect.element(page.getByRole("button", { name: labels.send, exact: true })).toBeVisible();
  await quiet();
  expect([log.join(), send.mock.calls.length]).toEqual([expect.not.stringContaining("change sent"), 1]);
  await press(labels.send);
  await expect(answer).resolves.toBe("saved");
  await quiet();
  expect([log.at(-1), send.mock.calls.length]).toEqual(["1 change sent", 2]);
});

test("a ticket: that it is on its way, that it could not be sent, and its number once it is", async () => {
  const answers = [() => Promise.reject(new Error("502")), () => Promise.resolve({ id: "T-7" })];
  const submit = (): Promise<{ readonly id?: string }> => (answers.shift() ?? (() => Promise.resolve({})))();
  await onPage(<TicketDialog error={{ ret: -3 }} open onOpenChange={() => undefined} />, {
    support: ticketDesk({ submit }),
  });
  await expect.element(page.getByRole("dialog")).toBeVisible();
  const log = listen();
  await press(ticket.send);
  await expect.poll(() => log).toContain(ticket.failed);
  expect(log.join()).not.toContain("were sent");
  await press(ticket.send);
  await expect.poll(() => log.at(-1)).toBe("The error details were sent. Reference: T-7");
  expect(log.filter((text) => text.includes("T-7"))).toHaveLength(1);
});

test("a call that is sent again in vain and then goes well: working again once, when it has data", async () => {
  const failed = { error: { ret: 251004 }, data: undefined, errorUpdateCount: 1, refetch: () => undefined };
  const trying = { ...failed, error: null, isFetching: true };
  const { show } = await onPage(<ErrorNotice error={failed} />);
  await quiet();
  const log = listen();
  await show(<ErrorNotice error={trying} />);
  await quiet();
  await show(<ErrorNotice error={{ ...failed, error: { ret: 251004 } }} />);
  await quiet();
  await show(<ErrorNotice error={trying} />);
  await quiet();
  expect(log).toEqual([]);
  await show(<ErrorNotice error={{ ...failed, error: null, data: ["Xiao Ming"] }} />);
  await quiet();
  expect(log).toEqual([labels.healed]);
});

test("what was said is not left for who reads the page to its end", async () => {
  await onPage(<ErrorNotice error={changed} />);
  const live = (): string => document.querySelector("[data-part=live]")?.textContent ?? "";
  await expect.poll(live).toBe(asked);
  await expect.poll(live, { timeout: 8000 }).toBe("");
});
