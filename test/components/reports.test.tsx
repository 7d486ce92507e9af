import type { ReactElement } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { SupportDesk } from "../../src/core.js";
import { ticketDesk } from "../../src/flows/ticketDesk.js";
import { ErrorNotice, ReauthPrompt, useTencentError } from "../../src/index.js";
import en from "../../src/locales/en.js";
import { onPage } from "./onPage.js";

type Submit = NonNullable<SupportDesk["submit"]>;

const { labels, ticket } = en.words;
const forbidden = { ret: -3, msg: "api is not allowed" };
const press = (name: string): Promise<void> => page.getByRole("button", { name, exact: true }).click();
const field = (): HTMLTextAreaElement => {
  for (const fold of document.querySelectorAll<HTMLDetailsElement>("details[data-part=along]")) fold.open = true;
  return page.getByRole("textbox", { name: ticket.text }).element() as HTMLTextAreaElement;
};

afterEach(() => void vi.restoreAllMocks());

/** A prompt after a sign-in that was not accepted. */
async function refusedAgain(submit: Submit): Promise<void> {
  const { client, flow } = await onPage(<ReauthPrompt />, { support: ticketDesk({ submit }) });
  const ask = (): void => client.reauth.require(client.diagnose({ ret: -21 }));
  client.on(({ type }) => {
    if (type === "reauth.succeeded") queueMicrotask(ask);
  });
  ask();
  await press("Sign in again with QQ");
  flow.end({ status: "succeeded" });
  await expect.element(page.getByText(en.words.reasons.loop)).toBeVisible();
}

test("a desk that an app writes itself serves everyone, unless it says that it is for developers", async () => {
  const submit = vi.fn<Submit>(() => Promise.resolve({ id: "T-8" }));
  await onPage(<ErrorNotice error={forbidden} />, { support: { submit } });
  await press("Contact support");
  await press(ticket.send);
  await expect.element(page.getByText("T-8")).toBeVisible();
});

test("a prompt with the support action shows the report above itself, and sends what was read", async () => {
  const submit = vi.fn<Submit>(() => Promise.resolve({ id: "T-7" }));
  await refusedAgain(submit);
  await press("Contact support");
  await expect.poll(() => field().value).toMatch(/^code: -21\n/);
  expect(submit).not.toHaveBeenCalled();
  await userEvent.fill(field(), "It fails each morning");
  await press("Send");
  await expect.element(page.getByText(en.words.ticket.sentAs.replace("{id}", "T-7"), { exact: false })).toBeVisible();
  expect(submit.mock.calls.map(([{ text }]) => text)).toEqual(["It fails each morning"]);
  await userEvent.keyboard("{Escape}");
  await expect.poll(() => document.querySelectorAll("dialog").length).toBe(1);
  await expect.poll(() => document.activeElement?.textContent).toBe("Contact support");
});

test("a desk that throws at once keeps the report on the screen", async () => {
  await refusedAgain(() => {
    throw new Error("no desk");
  });
  await press("Contact support");
  await press("Send");
  await expect.element(page.getByText(ticket.failed)).toBeVisible();
});

function Own({ error }: { readonly error: unknown }): ReactElement {
  const { primaryAction } = useTencentError(error);
  return <button onClick={primaryAction?.run}>{primaryAction?.label}</button>;
}

test("an app's own rendering without a dialog copies the report, and sends nothing", async () => {
  const submit = vi.fn<Submit>(() => Promise.resolve());
  const writeText = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
  await onPage(<Own error={forbidden} />, { support: ticketDesk({ submit }) });
  await press("Contact support");
  expect(writeText.mock.calls).toEqual([[expect.stringMatching(/^code: -3\n/)]]);
  expect(submit).not.toHaveBeenCalled();
});

test("a button that copied keeps that label until there is another failure", async () => {
  vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
  const { show } = await onPage(<ErrorNotice error={forbidden} />);
  await press(en.words.actions.copyReport);
  await expect.element(page.getByRole("button", { name: labels.copied })).toBeVisible();
  await show(<ErrorNotice error={{ ret: -4, msg: "x" }} />);
  await expect.element(page.getByRole("button", { name: en.words.actions.copyReport })).toBeVisible();
});

test("a browser that refuses to copy shows the report to be selected", async () => {
  vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new DOMException("", "NotAllowedError"));
  await onPage(<ErrorNotice error={forbidden} />);
  await press(en.words.actions.copyReport);
  await expect.poll(() => field().value).toMatch(/^code: -3\n/);
});

test("a dismissed failure stays dismissed when another failure's report is copied", async () => {
  vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
  const second = { ret: -4, msg: "x" };
  const notice = (error: unknown): ReactElement => <ErrorNotice error={error} onDismiss={() => undefined} />;
  const { screen, show } = await onPage(notice(forbidden));
  await press("Close");
  expect(screen.container.querySelector("[data-part=notice]")).toBeNull();
  await show(notice(second));
  await press(en.words.actions.copyReport);
  await expect.element(page.getByRole("button", { name: labels.copied })).toBeVisible();
  await show(notice(forbidden));
  expect(screen.container.querySelector("[data-part=notice]")).toBeNull();
});
