import { useState, type ReactElement } from "react";
import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { ErrorNotice, ReauthPrompt } from "../../src/index.js";
import en from "../../src/locales/en.js";
import { onPage } from "./onPage.js";

const { actions } = en.words;
const broken = Object.assign(new Error("broken"), { ret: -1, msg: "broken" });
const revoked = Object.assign(new Error("revoked"), { ret: -21, msg: "revoked" });
const focused = (): string => {
  const { activeElement } = document;
  return activeElement === document.body
    ? "nowhere"
    : (activeElement?.getAttribute("aria-label") ?? activeElement?.textContent ?? "");
};
const button = (name: string) => page.getByRole("button", { name, exact: true });

/** Goes on by Tab until the button of this name has the focus. */
async function tabTo(name: string): Promise<void> {
  for (let presses = 0; presses < 12 && focused() !== name; presses += 1) await userEvent.keyboard("{Tab}");
  expect(focused()).toBe(name);
}

/** A list that failed, between its heading and what follows. */
function Friends({ hasList = true }: { readonly hasList?: boolean }): ReactElement {
  const [isThere, setThere] = useState(false);
  return (
    <main aria-label="main">
      <section aria-label="Friends">
        <h2>Friends</h2>
        {isThere ? null : (
          <ErrorNotice error={broken} onRetry={() => setThere(true)} onDismiss={() => setThere(true)} />
        )}
        {isThere && hasList ? (
          <ul aria-label="List">
            <li>
              <a href="#ann">Ann</a>
            </li>
          </ul>
        ) : null}
      </section>
    </main>
  );
}

test("a notice that goes away under the focus leaves it to what has come in its place, and Tab goes on from there", async () => {
  await onPage(<Friends />);
  await expect.element(button(actions.dismiss)).toBeVisible();
  await tabTo(actions.dismiss);
  await userEvent.keyboard("{Enter}");
  await expect.poll(focused).toBe("List");
  await userEvent.keyboard("{Tab}");
  expect(focused()).toBe("Ann");
  expect(document.querySelector("[tabindex]")).toBeNull();
});

test("where nothing has come, it leaves it to the part of the page around it", async () => {
  await onPage(<Friends hasList={false} />);
  await expect.element(button(actions.dismiss)).toBeVisible();
  await tabTo(actions.dismiss);
  await userEvent.keyboard("{Enter}");
  await expect.poll(focused).toBe("Friends");
});

test("who moved on is left where they are", async () => {
  await onPage(
    <>
      <Friends />
      <button type="button">After</button>
    </>,
  );
  await expect.element(button(actions.dismiss)).toBeVisible();
  const dismiss = button(actions.dismiss).element() as HTMLElement;
  await tabTo("After");
  dismiss.click();
  await expect.element(page.getByRole("list")).toBeVisible();
  expect(focused()).toBe("After");
});

/** A list whose notice signs in, and shows the list once its data is there. */
function SignedOut(): ReactElement {
  const [error, setError] = useState<Error | undefined>(revoked);
  return (
    <main aria-label="main">
      <button type="button" aria-label="data comes" onClick={() => setError(undefined)} />
      {error ? <ErrorNotice error={error} /> : <ul aria-label="List" />}
      <ReauthPrompt />
    </main>
  );
}

test("after a sign-in that a notice's button began, the focus is on what the notice made room for", async () => {
  const { flow } = await onPage(<SignedOut />);
  await expect.element(button(actions.reauthorize)).toBeVisible();
  await tabTo(actions.reauthorize);
  await userEvent.keyboard("{Enter}");
  flow.progress({ status: "waiting" });
  await expect.element(page.getByRole("dialog")).toBeVisible();
  flow.end({ status: "succeeded" });
  await expect.poll(() => document.querySelector("dialog")).toBeNull();
  await expect.poll(focused).not.toBe("nowhere");
  (document.querySelector("[aria-label='data comes']") as HTMLElement).click();
  await expect.poll(focused).toBe("List");
});

test("a banner that asks gives the focus back to what had it before", async () => {
  const { client, flow } = await onPage(
    <>
      <button type="button">Before</button>
      <ReauthPrompt variant="banner" />
    </>,
  );
  client.reauth.require(client.diagnose({ ret: -21, msg: "revoked" }));
  await expect.element(button(actions.reauthorize)).toBeVisible();
  await tabTo("Before");
  await tabTo(actions.reauthorize);
  await userEvent.keyboard("{Enter}");
  flow.progress({ status: "waiting" });
  flow.end({ status: "succeeded" });
  await expect.poll(() => document.querySelector("section[data-part=prompt]")).toBeNull();
  await expect.poll(focused).toBe("Before");
});

/** A form whose button is off for as long as its change is under way. */
function Form({ send }: { readonly send: () => Promise<unknown> }): ReactElement {
  const [isSending, setSending] = useState(false);
  return (
    <main aria-label="main">
      <form
        aria-label="Note"
        onSubmit={(event) => {
          event.preventDefault();
          setSending(true);
          void send().finally(() => setSending(false));
        }}
      >
        <input aria-label="text" />
        <button disabled={isSending}>Save</button>
      </form>
      <ReauthPrompt />
    </main>
  );
}

test("a button that is off for long has its form focused meanwhile, and gets the focus back when it is on", async () => {
  let saved: () => void = () => undefined;
  let sends = 0;
  const call: { send: () => Promise<unknown> } = { send: () => Promise.resolve() };
  const { client, flow } = await onPage(<Form send={() => call.send()} />);
  client.reauth.renewed("ann");
  call.send = client.guard(
    async () => {
      sends += 1;
      if (sends === 1) throw revoked;
      return new Promise<void>((resolve) => (saved = resolve));
    },
    { replay: "auto" },
  );
  await tabTo("Save");
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByRole("dialog")).toBeVisible();
  await tabTo(actions.reauthorize);
  await userEvent.keyboard("{Enter}");
  flow.progress({ status: "waiting" });
  flow.end({ status: "succeeded", accountId: "ann" });
  await expect.poll(() => sends).toBe(2);
  await expect.poll(focused).toBe("Note");
  saved();
  await expect.poll(focused).toBe("Save");
});
