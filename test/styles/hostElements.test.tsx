import { Modal as AntModal } from "antd";
import { useState, type ReactElement } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { ticketDesk } from "../../src/flows/ticketDesk.js";
import {
  ErrorNotice,
  ReauthPrompt,
  TicketDialog,
  type ButtonProps,
  type DialogProps,
  type IconProps,
  type LinkProps,
  type NoticeComponents,
} from "../../src/index.js";
import en from "../../src/locales/en.js";
import { onPage } from "../components/onPage.js";

const { actions, labels, prompt, ticket } = en.words;
// a code without words of its own
const revoked = { ret: -23, msg: "openkey is invalid" };
const Button = (props: ButtonProps): ReactElement => <button {...props} data-own="button" />;
const Link = (props: LinkProps): ReactElement => <a {...props} data-own="link" />;
const Icon = ({ severity, ...props }: IconProps): ReactElement => <i {...props} data-own={severity} />;

/** A modal of a host with manners of its own: it takes the focus, listens for Escape, and gives the focus back. */
function Dialog({ open, onClose, title, children }: DialogProps): ReactElement {
  return (
    <AntModal open={open} onCancel={onClose} title={title} footer={null}>
      {children}
    </AntModal>
  );
}
const components: NoticeComponents = { Button, Link, Icon, Dialog };
const modal = (): HTMLElement | null => document.querySelector(".ant-modal");
const focused = (): Element | null => document.activeElement;

afterEach(() => void vi.restoreAllMocks());

test("every button, link and icon of a notice is the host's own", async () => {
  const { screen } = await onPage(<ErrorNotice error={{ ret: -3 }} components={components} onDismiss={vi.fn()} />, {
    audience: "developer",
  });
  const drawn = [...screen.container.querySelectorAll("[data-own]")].map((each) => each.getAttribute("data-own"));
  expect(drawn[0]).toBe("danger");
  expect(new Set(drawn)).toEqual(new Set(["danger", "button", "link"]));
  expect(screen.container.querySelectorAll("svg, button:not([data-own]), a:not([data-own])")).toHaveLength(0);
  expect(screen.container.querySelector("i")).toHaveAttribute("aria-hidden", "true");
  expect(screen.container.querySelector("i")).toHaveClass("te-notice-icon");
});

const Broken = (): never => {
  throw new Error("Not in this theme.");
};

test.each<[string, NoticeComponents]>([
  ["button", { ...components, Button: Broken }],
  ["modal", { ...components, Dialog: Broken }],
])("a host's %s that throws leaves the page, the prompt and the ticket, drawn by the kit", async (_, ours) => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  const { client, flow } = await onPage(
    <>
      <p>The page</p>
      <ReauthPrompt components={ours} />
      <TicketDialog error={{ ret: -3 }} open onOpenChange={vi.fn()} components={ours} />
    </>,
  );
  await expect.element(page.getByRole("dialog", { name: ticket.title })).toBeVisible();
  client.reauth.require(client.diagnose(revoked));
  await expect.element(page.getByRole("dialog", { name: prompt.required.title })).toBeVisible();
  await page.getByRole("button", { name: actions.reauthorize }).click();
  flow.end({ status: "succeeded" });
  await expect.element(page.getByRole("dialog", { name: prompt.required.title })).not.toBeInTheDocument();
  await expect.element(page.getByText("The page")).toBeInTheDocument();
});

test("the prompt stands in the host's modal, under its heading, and no dialog of the kit is there", async () => {
  const { client, flow } = await onPage(<ReauthPrompt components={components} className="ours" />);
  expect(modal()).toBeNull();
  client.reauth.require(client.diagnose(revoked));
  await expect.element(page.getByRole("dialog", { name: prompt.required.title })).toBeVisible();
  expect(document.querySelectorAll("dialog, [data-part=title]")).toHaveLength(0);
  const root = modal()?.querySelector("[data-part=prompt]");
  expect(root?.className).toBe("te-prompt ours");
  expect([root?.getAttribute("lang"), root?.getAttribute("data-state")]).toEqual(["en", "required"]);
  expect(modal()?.querySelectorAll("[data-part=actions] button:not([data-own])")).toHaveLength(0);
  await page.getByRole("button", { name: actions.reauthorize }).click();
  await expect.element(page.getByRole("dialog", { name: prompt.opening.title })).toBeVisible();
  flow.end({ status: "succeeded" });
  await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
});

test.each([
  ["Escape", () => userEvent.keyboard("{Escape}")],
  ["the host's cross", () => page.getByRole("button", { name: "Close", exact: true }).first().click()],
  ["the kit's button", () => page.getByRole("button", { name: labels.cancel }).click()],
])("%s cancels it once, and the host gives the focus back", async (_way, leave) => {
  const { client } = await onPage(
    <>
      <button type="button" onClick={() => client.reauth.require(client.diagnose(revoked))}>
        Load
      </button>
      <ReauthPrompt components={components} />
    </>,
  );
  const cancelled = vi.fn();
  client.on(({ type }) => (type === "reauth.cancelled" ? cancelled() : undefined));
  await page.getByRole("button", { name: "Load" }).click();
  await expect.poll(() => modal()?.contains(focused())).toBe(true);
  await leave();
  await expect.poll(() => focused()?.textContent).toBe("Load");
  expect(cancelled).toHaveBeenCalledTimes(1);
});

test("when the button that was pressed is gone, the focus stays in the host's modal", async () => {
  const { client } = await onPage(<ReauthPrompt components={components} />);
  client.reauth.require(client.diagnose(revoked));
  // the host's modal takes the focus when its animation has begun
  await expect.poll(() => modal()?.contains(focused())).toBe(true);
  await page.getByRole("button", { name: actions.reauthorize }).click();
  await expect.element(page.getByRole("dialog", { name: prompt.opening.title })).toBeVisible();
  await expect.poll(() => focused()).toBe(document.querySelector("[data-part=prompt]"));
});

test("what a modal showed last stays in it while it leaves", async () => {
  const Slow = ({ open, title, children }: DialogProps): ReactElement => (
    <section data-open={open} aria-label={title}>
      {children}
    </section>
  );
  const { client } = await onPage(<ReauthPrompt components={{ Dialog: Slow }} />);
  const section = (): HTMLElement | null => document.querySelector("section");
  expect(section()?.textContent).toBe("");
  client.reauth.require(client.diagnose(revoked));
  await expect.poll(() => section()?.dataset["open"]).toBe("true");
  const text = section()?.textContent;
  client.reauth.cancel();
  await expect.poll(() => section()?.dataset["open"]).toBe("false");
  expect(text).toContain(prompt.required.description);
  expect(section()?.textContent).toBe(text);
  expect(section()).toHaveAttribute("aria-label", prompt.required.title);
});

test("a notice's ticket opens in the host's modal, and what happens to it is said in there", async () => {
  vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
  const submit = vi.fn(() => Promise.resolve({ id: "T-9" }));
  await onPage(<ErrorNotice error={{ ret: -3 }} components={components} />, { support: ticketDesk({ submit }) });
  await page.getByRole("button", { name: actions.openTicket }).click();
  await expect.element(page.getByRole("dialog", { name: ticket.title })).toBeVisible();
  expect(document.querySelectorAll("dialog")).toHaveLength(0);
  const status = (): HTMLElement | null => modal()?.querySelector("[role=status]") ?? null;
  expect(status()?.textContent).toBe("");
  await page.getByRole("button", { name: actions.copyReport }).click();
  await expect.poll(() => status()?.textContent).toBe(labels.copied);
  await page.getByRole("button", { name: ticket.send }).click();
  await expect.poll(() => status()?.textContent).toContain("T-9");
  expect(submit).toHaveBeenCalledTimes(1);
  // nothing between it and the page takes it out of the accessibility tree
  expect(status()?.closest("[aria-hidden=true], [inert]")).toBeNull();
  expect(document.querySelector("[data-part=live]")?.closest("[aria-hidden=true], [inert]")).toBeNull();
});

test("a ticket of the app's own takes the host's elements too, and is closed by the host", async () => {
  function Help(): ReactElement {
    const [isOpen, setOpen] = useState(true);
    return <TicketDialog error={{ ret: -3 }} open={isOpen} onOpenChange={setOpen} components={components} />;
  }
  await onPage(<Help />, { support: ticketDesk({ url: "https://support.example/new", submit: undefined }) });
  await expect.element(page.getByRole("dialog", { name: ticket.title })).toBeVisible();
  expect(page.getByRole("link").element()).toHaveAttribute("data-own", "link");
  expect(page.getByRole("link").element()).toHaveAccessibleName(`${ticket.openDesk} (${labels.opensNewWindow})`);
  await userEvent.keyboard("{Escape}");
  await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
});
