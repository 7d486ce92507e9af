import { useState, type ReactElement } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { createTencentErrorClient, type KitEvent, type SupportDesk } from "../../src/core.js";
import { ticketDesk } from "../../src/flows/ticketDesk.js";
import { ErrorNotice, TencentErrorProvider, TicketDialog } from "../../src/index.js";
import en from "../../src/locales/en.js";
import { fakeReauth } from "../../src/testing/fakeReauth.js";

type Submit = NonNullable<SupportDesk["submit"]>;

const failure = (): unknown => ({ ret: -3, msg: "api is not allowed" });
const dialog = (): HTMLDialogElement | null => document.querySelector("dialog");
const field = (): HTMLTextAreaElement => {
  for (const fold of document.querySelectorAll<HTMLDetailsElement>("details[data-part=along]")) fold.open = true;
  return page.getByRole("textbox", { name: en.words.ticket.text }).element() as HTMLTextAreaElement;
};
const said = (): string => dialog()?.querySelector("[role=status]")?.textContent ?? "";
const click = (name: string): Promise<void> => page.getByRole("button", { name, exact: true }).click();

afterEach(() => void vi.restoreAllMocks());

interface Shown {
  readonly events: readonly KitEvent[];
  show(error: unknown): Promise<void>;
}

/** A page whose button opens the ticket. The dialog is only there while it is open, as many apps do it. */
async function opened(support: SupportDesk): Promise<Shown> {
  const events: KitEvent[] = [];
  const client = createTencentErrorClient({ support, onEvent: (event) => events.push(event) });
  const content = (error: unknown): ReactElement => (
    <TencentErrorProvider client={client} locale={en}>
      <Help error={error} />
    </TencentErrorProvider>
  );
  const { rerender } = await render(content(failure()));
  await click("Help");
  await expect.element(page.getByRole("dialog")).toBeVisible();
  return { events, show: (error) => rerender(content(error)) };
}

function Help({ error }: { readonly error: unknown }): ReactElement {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Help
      </button>
      {isOpen ? <TicketDialog error={error} open onOpenChange={setOpen} /> : null}
    </>
  );
}

test("its root says which kind of trouble it is about, as a notice does", async () => {
  await opened(ticketDesk());
  const root = ["state", "category", "severity"].map((name) => dialog()?.dataset[name]);
  expect(root).toEqual(["draft", "permission", "danger"]);
});

test("sends the edited text, once, and shows its number", { tags: ["T42"] }, async () => {
  let accept = (_receipt: { readonly id: string }): void => undefined;
  const submit = vi.fn<Submit>(() => new Promise((resolve) => void (accept = resolve)));
  const { events } = await opened(ticketDesk({ submit }));
  const [first, ...others] = field().value.split("\n");
  await userEvent.fill(field(), [...others, "It fails each morning"].join("\n"));
  await click("Send");
  expect(dialog()?.dataset["state"]).toBe("sending");
  document.querySelector<HTMLElement>("[data-part=submit]")?.click();
  expect(submit).toHaveBeenCalledTimes(1);
  const [draft, files] = submit.mock.calls[0] ?? [];
  expect(first).toBe("code: -3");
  expect(draft?.text).toMatch(/^reason: API_NOT_GRANTED\n[^]*\nIt fails each morning$/);
  expect(draft?.facts).not.toHaveProperty("code");
  expect(draft?.facts).toHaveProperty("reason", "API_NOT_GRANTED");
  expect(files).toEqual([]);
  accept({ id: "T-1" });
  await expect.poll(said).toBe(en.words.ticket.sentAs.replace("{id}", "T-1"));
  const types = events.map(({ type }) => type).filter((type) => type.startsWith("ticket."));
  expect(types).toEqual(["ticket.opened", "ticket.submitted"]);
  expect(JSON.stringify(events)).not.toContain("morning");
});

test.each([
  ["rejects", (): Promise<void> => Promise.reject(new Error("502"))],
  [
    "throws",
    (): Promise<void> => {
      throw new Error("x");
    },
  ],
])("keeps what was typed when the desk %s, and when it is closed and opened again", async (_how, submit) => {
  await opened(ticketDesk({ submit }));
  await userEvent.type(field(), "+1");
  const typed = field().value;
  await click("Send");
  await expect.poll(said).toBe(en.words.ticket.failed);
  expect(field().value).toBe(typed);
  await userEvent.keyboard("{Escape}");
  await expect.poll(dialog).toBeNull();
  await click("Help");
  await expect.poll(() => field().value).toBe(typed);
});

test("stays while the failure heals, with its text", async () => {
  const { show } = await opened(ticketDesk({ submit: () => Promise.resolve() }));
  await userEvent.type(field(), "+1");
  await show(null);
  await show({ ret: -21 });
  expect(field().value).toMatch(/^\+1code: -3\n/);
});

test("offline, the text stays until the desk can be reached", async () => {
  vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  const submit = vi.fn<() => Promise<void>>(() => Promise.reject(new TypeError("Failed to fetch")));
  await opened(ticketDesk({ submit }));
  await click("Send");
  await expect.poll(said).toBe(`You're offline · ${en.words.ticket.failed}`);
  // a browser that denies its network may have one
  submit.mockResolvedValue();
  await click("Send");
  await expect.poll(said).toBe(en.words.ticket.sent);
});

test("copies what is shown, and selects it where the browser refuses", { tags: ["F79"] }, async () => {
  const writeText = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
  await opened(ticketDesk({ url: "https://support.example/new" }));
  await userEvent.type(field(), "+1");
  await click(en.words.actions.copyReport);
  await expect.poll(said).toBe("Copied");
  expect(writeText).toHaveBeenCalledExactlyOnceWith(field().value);
  writeText.mockRejectedValue(new DOMException("", "NotAllowedError"));
  vi.spyOn(document, "execCommand").mockReturnValue(false);
  await click(en.words.actions.copyReport);
  await expect.poll(said).toBe("Couldn't copy. Please select the text and copy it.");
  expect(document.activeElement).toBe(field());
  expect(getSelection()?.toString()).toBe(field().value);
});

test("downloads the text as a file, and revokes its object URL", async () => {
  const saved: { readonly name: string; readonly href: string }[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, href: this.href });
  });
  const revoke = vi.spyOn(URL, "revokeObjectURL");
  await opened(ticketDesk({ submit: () => Promise.resolve() }));
  field();
  await click("Download");
  const [file] = saved;
  expect(file?.name).toBe("api-not-granted-3.txt");
  expect(await (await fetch(file?.href ?? "")).text()).toBe(field().value);
  await expect.poll(() => revoke.mock.calls).toEqual([[file?.href]]);
});

test("hands over the files that were chosen, and keeps them as it keeps the text", async () => {
  const submit = vi.fn<Submit>(() => Promise.reject(new Error("413")));
  await opened(ticketDesk({ submit, files: "image/*" }));
  const input = document.querySelector<HTMLInputElement>("[data-part=files]");
  expect(input?.accept).toBe("image/*");
  const files = ["a.png", "b.png"].map((name) => new File(["1"], name));
  await userEvent.upload(input ?? document.body, files);
  await click("Discard a.png");
  await click("Send");
  await expect.poll(said).toBe(en.words.ticket.failed);
  const [, sent] = submit.mock.calls[0] ?? [];
  expect(sent?.map(({ name }) => name)).toEqual(["b.png"]);
  expect(dialog()?.textContent).toContain("b.png");
});

test(
  "an app's desk opens from a notice, for users as well; its address never carries the text",
  { tags: ["T40"] },
  async () => {
    const client = createTencentErrorClient({ support: ticketDesk({ url: "https://support.example/new" }) });
    await render(
      <TencentErrorProvider client={client} locale={en}>
        <ErrorNotice error={failure()} />
      </TencentErrorProvider>,
    );
    await click("Contact support");
    expect(field().value).toContain("code: -3");
    expect(dialog()?.querySelector("a")).toMatchObject({
      href: "https://support.example/new",
      target: "_blank",
      rel: "noopener noreferrer",
    });
    await click("Close");
    await expect.poll(() => document.activeElement?.textContent).toBe("Contact support");
  },
);

test(
  "without a desk for this audience the text can be copied and downloaded, and there is no link",
  { tags: ["F80"] },
  async () => {
    await opened(ticketDesk());
    expect(dialog()?.querySelector("a")).toBeNull();
    expect(dialog()?.querySelector("[data-part=submit]")).toBeNull();
    expect(dialog()?.querySelector("[data-part=copy]")).toHaveProperty("textContent", en.words.actions.copyReport);
  },
);

test("it asks first what happened, and sends that before the facts, which are folded", { tags: ["C11"] }, async () => {
  const submit = vi.fn<(draft: { readonly text: string }) => Promise<{ readonly id: string }>>();
  await opened(ticketDesk({ submit: submit.mockResolvedValue({ id: "T-7" }) }));
  const asked = page.getByRole("textbox", { name: en.words.ticket.happened });
  expect(dialog()?.querySelector("textarea")).toBe(asked.element());
  expect(dialog()?.querySelector("details")?.open).toBe(false);
  expect(dialog()?.querySelectorAll("[data-emphasis=primary]")).toHaveLength(1);
  await userEvent.fill(asked, "It fails each morning.");
  await click(en.words.ticket.send);
  await expect.poll(said).toBe(en.words.ticket.sentAs.replace("{id}", "T-7"));
  expect(submit.mock.calls[0]?.[0].text).toMatch(/^It fails each morning\.\n\ncode: -3\n/);
  const write = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
  await click(en.words.ticket.copyNumber);
  await expect.poll(said).toBe(`${en.words.ticket.sentAs.replace("{id}", "T-7")} · ${en.words.labels.copied}`);
  expect(write).toHaveBeenCalledWith("T-7");
});

test.each([
  ["goes on as themselves", "continue"],
  ["signs in once more", "start"],
] as const)("what one account began is not shown to another, who %s", { tags: ["T42"] }, async (_what, choice) => {
  const flow = fakeReauth();
  const client = createTencentErrorClient({ reauth: flow, accountId: () => "ann" });
  await render(
    <TencentErrorProvider client={client} locale={en}>
      <Help error={failure()} />
    </TencentErrorProvider>,
  );
  const happened = (): HTMLTextAreaElement =>
    page.getByRole("textbox", { name: en.words.ticket.happened }).element() as HTMLTextAreaElement;
  const signIn = (accountId: string): void => {
    client.reauth.start();
    flow.end({ status: "succeeded", accountId });
  };
  await click("Help");
  await userEvent.fill(happened(), "Ann's words");
  client.reauth.require(client.diagnose({ ret: -21 }));
  signIn("ben");
  await expect.poll(() => client.reauth.getSnapshot().reason).toBe("accountMismatch");
  await expect.poll(() => happened().value).toBe("");
  await userEvent.fill(happened(), "Ben's words");
  if (choice === "continue") client.reauth.cancel();
  else client.reauth.start();
  await expect.poll(() => client.reauth.getSnapshot().reason).toBeNull();
  await expect.poll(() => happened().value).toBe("");
});
