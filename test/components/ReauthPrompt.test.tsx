import { type ReactElement, useState } from "react";
import { expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { ErrorNotice, ReauthPrompt, useReauth } from "../../src/index.js";
import { createTencentErrorClient, type FailureReason, type ReauthOutcome } from "../../src/core.js";
import { fakeReauth } from "../../src/testing/fakeReauth.js";
import "../../src/styles/styles.css";
import { onPage, type OnPage } from "./onPage.js";
import en from "../../src/locales/en.js";

const revoked = { ret: -21, msg: "revoked" };
const dialog = (): HTMLDialogElement | null => document.querySelector("dialog");

/** A page whose prompt is open. */
async function asked(): Promise<OnPage> {
  const shown = await onPage(<ReauthPrompt />);
  shown.client.reauth.require(shown.client.diagnose(revoked));
  await expect.element(page.getByRole("dialog")).toBeVisible();
  return shown;
}

async function ended(outcome: ReauthOutcome): Promise<OnPage> {
  const shown = await asked();
  await page.getByRole("button", { name: "Sign in again with QQ" }).click();
  shown.flow.end(outcome);
  return shown;
}

test("nothing is shown while nothing failed", async () => {
  await onPage(<ReauthPrompt />);
  expect(dialog()).toBeNull();
});

test(
  "a failure opens one modal dialog with the focus on its heading, and starts nothing",
  { tags: ["WCAG-2.4.6"] },
  async () => {
    const { client, flow } = await asked();
    client.reauth.require(client.diagnose({ ret: -23 }));
    expect(document.querySelectorAll("dialog")).toHaveLength(1);
    expect(dialog()?.matches(":modal")).toBe(true);
    expect(document.activeElement).toBe(dialog()?.querySelector("h2"));
    expect(dialog()?.getAttribute("aria-labelledby")).toBe(dialog()?.querySelector("h2")?.id);
    expect(flow.starts).toBe(0);
  },
);

test("its root says which kind of trouble it is about, as a notice does", async () => {
  const root = (): unknown[] => ["state", "category", "severity"].map((name) => dialog()?.dataset[name]);
  const { client } = await asked();
  expect(root()).toEqual(["required", "reauth", "info"]);
  client.reauth.cancel();
  await expect.poll(dialog).toBeNull();
  // no failure asks for this one
  client.reauth.start();
  await expect.poll(root).toEqual([expect.any(String), "reauth", "info"]);
});

test("Escape dismisses it, but not while an input method writes", async () => {
  const { client } = await asked();
  window.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", isComposing: true, bubbles: true }));
  expect(client.reauth.getSnapshot().status).toBe("required");
  await userEvent.keyboard("{Escape}");
  expect(client.reauth.getSnapshot().status).toBe("cancelled");
  await expect.poll(dialog).toBeNull();
});

test("a host around it gets neither its Escape nor its clicks", async () => {
  const host = vi.fn();
  const names = ["keydown", "pointerdown", "mousedown", "focusin"] as const;
  await asked();
  for (const name of names) document.addEventListener(name, host);
  await page.getByRole("button", { name: "Sign in again with QQ" }).click();
  await userEvent.keyboard("{Escape}");
  for (const name of names) document.removeEventListener(name, host);
  expect(host).not.toHaveBeenCalled();
});

test("focus goes back to where it was", { tags: ["WCAG-2.4.3"] }, async () => {
  const shown = await onPage(
    <>
      <button type="button">Before</button>
      <ReauthPrompt />
    </>,
  );
  await page.getByRole("button", { name: "Before" }).click();
  shown.client.reauth.require(shown.client.diagnose(revoked));
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect.poll(() => document.activeElement?.textContent).toBe("Before");
});

test.each([false, true])(
  "focus goes back to the button that was off while its call was under way: a sign-in begun in between, %s",
  { tags: ["WCAG-2.4.3"] },
  async (isBegun) => {
    function Form(): ReactElement {
      const { status } = useReauth();
      const [isSent, setSent] = useState(false);
      return (
        <button type="button" disabled={isSent && status !== "cancelled"} onClick={() => setSent(true)}>
          Publish
        </button>
      );
    }
    const shown = await onPage(
      <>
        <Form />
        <ReauthPrompt interrupt="always" />
      </>,
    );
    await page.getByRole("button", { name: "Publish" }).click();
    await expect.poll(() => document.activeElement?.localName).toBe("body");
    shown.client.reauth.require(shown.client.diagnose(revoked));
    await expect.element(page.getByRole("dialog")).toBeVisible();
    if (isBegun) await page.getByRole("button", { name: "Sign in again with QQ" }).click();
    await userEvent.keyboard("{Escape}");
    await expect.poll(() => document.activeElement?.textContent).toBe("Publish");
  },
);

test("a success is told above the backdrop of the question that comes with it", async () => {
  const shown = await onPage(<ReauthPrompt />);
  const fail = (): Promise<never> => Promise.reject(Object.assign(new Error("no"), revoked));
  void shown.client
    .guard(fail, { replay: "auto" })()
    .catch(() => undefined);
  void shown.client
    .guard(fail)()
    .catch(() => undefined);
  await page.getByRole("button", { name: "Sign in again with QQ" }).click();
  shown.flow.end({ status: "succeeded", accountId: "1" });
  await expect.element(page.getByRole("dialog", { name: "Send" })).toBeVisible();
  const told = (): HTMLElement | null => document.querySelector("[data-part=healed]");
  await expect.poll(told).not.toBeNull();
  expect(told()?.closest("dialog")?.open).toBe(true);
  const { left, right, bottom } = told()!.getBoundingClientRect();
  expect([left > 0, right < innerWidth]).toEqual([true, true]);
  // over none of its buttons
  expect(bottom).toBeLessThan(document.querySelector("[data-part=actions]")!.getBoundingClientRect().top);
});

test("it shows the progress of the sign-in", async () => {
  const { flow } = await asked();
  await page.getByRole("button", { name: "Sign in again with QQ" }).click();
  flow.progress({ status: "waiting" });
  await expect.element(page.getByRole("heading", { name: "Sign in on the QQ page" })).toBeVisible();
  flow.progress({ status: "waiting", windowClosed: true });
  await expect.element(page.getByRole("heading", { name: "The QQ page seems closed" })).toBeVisible();
  await expect.element(page.getByRole("button", { name: "I have signed in" })).toBeVisible();
  await expect.element(page.getByRole("button", { name: "Try again" })).toBeVisible();
  flow.progress({ status: "verifying" });
  await expect.element(page.getByRole("heading", { name: "Checking your sign-in" })).toBeVisible();
  flow.end({ status: "succeeded", accountId: "ann" });
  await expect.poll(dialog).toBeNull();
});

// prettier-ignore
const waysOn: readonly (readonly [FailureReason, string])[] = [
  ["popupBlocked", "Try again"], ["popupClosed", "Try again"], ["timeout", "Try again"], ["denied", "Try again"],
  ["stateMismatch", "Try again"], ["callbackError", "Try again"], ["exchangeFailed", "Try again"],
  ["embedded", "Close"], ["unsupported", "Close"], ["loop", "Close"], ["accountMismatch", "Continue with this account"],
];

test.each(waysOn)("after %s there is an action: %s", async (reason, way) => {
  await ended({ status: "failed", reason });
  await expect.element(page.getByRole("button", { name: way })).toBeVisible();
  expect(dialog()?.querySelector("[data-part=description]")?.textContent).not.toBe("");
});

test.each([
  ["accountMismatch", en.words.labels.otherAccount],
  ["loop", en.words.categories.request.title],
  ["denied", en.words.prompt.failed.title],
] as const)("after %s the title is the news: %s", async (reason, title) => {
  await ended({ status: "failed", reason });
  await expect.element(page.getByRole("heading", { name: title })).toBeVisible();
  await expect.element(page.getByText(en.words.reasons[reason])).toBeVisible();
});

test("where a sign-in did not help, the notice behind the dialog offers what that offers, for as long as it is open", async () => {
  const error = Object.assign(new Error("revoked"), revoked);
  const shown = await onPage(
    <>
      <ErrorNotice error={error} />
      <ReauthPrompt interrupt="always" />
    </>,
  );
  const notice = (): HTMLElement => document.querySelector<HTMLElement>("[data-part=notice]")!;
  const offered = (): readonly (string | null)[] =>
    [...notice().querySelectorAll("button")].map(({ textContent }) => textContent);
  expect(offered()).toEqual(["Sign in again with QQ"]);
  shown.client.reauth.require(shown.client.diagnose(error));
  await page.getByRole("dialog").getByRole("button", { name: "Sign in again with QQ" }).click();
  shown.flow.end({ status: "failed", reason: "loop" });
  const dialog = page.getByRole("dialog");
  await expect.element(dialog.getByRole("button", { name: "Copy error details" })).toBeVisible();
  expect(notice().textContent).toContain(en.words.reasons.loop);
  expect(offered()).toEqual(["Copy error details"]);
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect.poll(offered).toEqual(["Sign in again with QQ"]);
});

test("a change that may not run twice is asked about after the sign-in", async () => {
  const send = vi.fn<() => Promise<string>>().mockRejectedValueOnce(revoked).mockResolvedValue("sent");
  const { client, flow } = await onPage(<ReauthPrompt />);
  const answer = client.guard(send)();
  await page.getByRole("button", { name: "Sign in again with QQ" }).click();
  flow.end({ status: "succeeded" });
  await expect.element(page.getByText("Send 1 change?")).toBeVisible();
  expect(send).toHaveBeenCalledTimes(1);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(answer).resolves.toBe("sent");
  expect(send).toHaveBeenCalledTimes(2);
});

test.each(["banner", "inline"] as const)("as %s it is a part of the page and no dialog", async (variant) => {
  const { client } = await onPage(<ReauthPrompt variant={variant} />);
  client.reauth.require(client.diagnose(revoked));
  await expect.element(page.getByRole("region", { name: en.words.titles[-21] ?? "" })).toBeVisible();
  expect(dialog()).toBeNull();
});

test("the focus stays in the dialog when a click takes its button away", async () => {
  const { flow } = await asked();
  await page.getByRole("button", { name: "Sign in again with QQ" }).click();
  await expect.poll(() => document.activeElement?.textContent).toBe("Opening QQ sign-in");
  flow.end({ status: "failed", reason: "popupBlocked" });
  await expect.element(page.getByRole("button", { name: "Try again" })).toBeVisible();
  expect(dialog()?.contains(document.activeElement)).toBe(true);
});

test("the second click of a double click presses no button that replaced the first", { tags: ["F21"] }, async () => {
  const { client, flow } = await asked();
  await page.getByRole("button", { name: "Sign in again with QQ" }).click();
  flow.progress({ status: "waiting", windowClosed: true });
  await expect.element(page.getByRole("button", { name: "I have signed in" })).toBeVisible();
  for (const name of ["I have signed in", "Cancel"])
    page
      .getByRole("button", { name })
      .element()
      .dispatchEvent(new MouseEvent("click", { detail: 2, bubbles: true }));
  expect(client.reauth.getSnapshot().status).toBe("waiting");
  await page.getByRole("button", { name: "I have signed in" }).click();
  expect(client.reauth.getSnapshot().status).toBe("succeeded");
});

test("an embedded page offers itself in a window of its own", { tags: ["T33"] }, async () => {
  await ended({ status: "failed", reason: "embedded" });
  const link = page.getByRole("link", { name: "Open in a new window" });
  await expect.element(link).toBeVisible();
  expect(link.element()).toMatchObject({ target: "_blank", rel: "noopener noreferrer", href: location.href });
});

test("while another tab signs in it points there, and can take over", async () => {
  const sharedAs = crypto.randomUUID();
  const other = createTencentErrorClient({ reauth: { ...fakeReauth(), sharedAs } });
  const flow = Object.assign(fakeReauth(), { sharedAs });
  const { client } = await onPage(<ReauthPrompt />, { flow });
  other.reauth.start();
  client.reauth.require(client.diagnose(revoked));
  await expect.element(page.getByRole("heading", { name: "Continue in the other tab" })).toBeVisible();
  expect([...document.querySelectorAll("dialog button")].map(({ textContent }) => textContent)).toEqual([
    "Sign in here",
    "Cancel",
  ]);
  expect(document.querySelector("[data-part=takeover]")?.textContent).toBe("Sign in here");
  await page.getByRole("button", { name: "Sign in here" }).click();
  expect(flow.starts).toBe(1);
  await expect.poll(() => other.reauth.getSnapshot().elsewhere).toBe(true);
  other.reauth.cancel();
  flow.end({ status: "succeeded" });
  await expect.poll(dialog).toBeNull();
});

test("without a network it says so, and starts only when that is back", { tags: ["F44"] }, async () => {
  const { flow } = await asked();
  const start = page.getByRole("button", { name: "Sign in again with QQ" });
  window.dispatchEvent(new Event("offline"));
  await expect.element(page.getByText("You're offline")).toBeVisible();
  await expect.element(start).toHaveAttribute("aria-disabled", "true");
  start.element().dispatchEvent(new MouseEvent("click", { bubbles: true }));
  expect(flow.starts).toBe(0);
  window.dispatchEvent(new Event("online"));
  await start.click();
  expect(flow.starts).toBe(1);
  await expect.element(page.getByText("You're offline")).not.toBeInTheDocument();
});

test("the outcome is announced in a region that is still mounted", async () => {
  const live = (): string => document.querySelector("[data-part=live]")?.textContent ?? "";
  const { client, flow } = await asked();
  client.reauth.require(client.diagnose({ ...revoked }));
  await page.getByRole("button", { name: "Sign in again with QQ" }).click();
  flow.end({ status: "succeeded" });
  // what an app asks for again by itself is not known to be there
  await expect.poll(live).toBe("You're signed in");
  client.reauth.require(client.diagnose({ ret: -20 }));
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect.poll(live).toBe(en.words.prompt.cancelled.title);
});
