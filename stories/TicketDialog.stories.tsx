import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, fn, screen, userEvent, waitFor, within } from "storybook/test";
import { createTencentErrorClient, type SupportDesk, type UserWords } from "../src/core.js";
import { ticketDesk } from "../src/flows/ticketDesk.js";
import { TicketDialog } from "../src/index.js";
import { localeOf, type PageParameters } from "./decorators.js";

/** A failure that a person can only report: what Tencent's answer looked like, and what the call was. */
const failure = Object.assign(new Error("Request failed with status code 500"), {
  config: { url: "https://openapi.tencentyun.com/v3/user/get_info?openkey=SECRET", method: "get" },
  response: {
    status: 500,
    headers: { "x-request-id": "610bd4ad-0b82-48fc", date: "Mon, 23 Nov 2026 07:00:00 GMT" },
    data: { ret: -3, msg: "api is not allowed" },
  },
});

/** Shows a failure's report for a person to read and change before it goes anywhere. */
const meta: Meta<typeof TicketDialog> = {
  component: TicketDialog,
  tags: ["autodocs"],
  args: { error: failure, open: true, onOpenChange: fn() },
  // a dialog is modal: on the docs page each needs a page of its own
  parameters: { docs: { story: { inline: false, iframeHeight: 520 } } },
};
export default meta;
type Story = StoryObj<typeof TicketDialog>;
type Context = Parameters<NonNullable<Story["play"]>>[0];

/** A page whose reports go to this desk. */
function at(support: SupportDesk): { readonly page: PageParameters } {
  return { page: { makeClient: () => createTencentErrorClient({ support }) } };
}

const wordsOf = ({ globals }: Context): UserWords => localeOf(globals["locale"]).words;
const report = async (context: Context): Promise<HTMLTextAreaElement> => {
  const { sentAlong, text } = wordsOf(context).ticket;
  await userEvent.click(await screen.findByText(sentAlong));
  return screen.findByRole("textbox", { name: text });
};

/** Adds a line, sends it and asserts the outcome. */
async function send(context: Context, state: string, said: string): Promise<void> {
  await userEvent.type(await report(context), "\n+1");
  await userEvent.click(screen.getByRole("button", { name: wordsOf(context).ticket.send }));
  await waitFor(() => expect(within(screen.getByRole("dialog")).getByRole("status")).toHaveTextContent(said));
  await expect(screen.getByRole("dialog")).toHaveAttribute("data-state", state);
}

/** Every prop is a control. */
export const Playground: Story = {
  args: { audience: "user", unstyled: false },
  parameters: at(ticketDesk({ submit: () => Promise.resolve({ id: "T-1" }), files: true })),
  play: async (context) => expect((await report(context)).value).toContain("code: -3"),
};

export const Draft: Story = {
  parameters: at(ticketDesk({ submit: () => Promise.resolve({ id: "T-1" }), appVersion: "1.4.0" })),
  play: async (context) => {
    const { value } = await report(context);
    await expect(value).toContain("code: -3");
    await expect(value).not.toContain("SECRET");
    await expect(screen.getByRole("heading")).toHaveAccessibleName(wordsOf(context).ticket.title);
  },
};

export const Sending: Story = {
  parameters: at(ticketDesk({ submit: () => new Promise(() => undefined) })),
  play: async (context) => {
    await send(context, "sending", wordsOf(context).ticket.sending);
    await expect(await report(context)).toHaveAttribute("readonly");
  },
};

export const Sent: Story = {
  parameters: at(ticketDesk({ submit: () => Promise.resolve({ id: "T-2048" }) })),
  play: async (context) => {
    await send(context, "sent", wordsOf(context).ticket.sentAs.replace("{id}", "T-2048"));
    await waitFor(() => expect(screen.getByRole("heading")).toHaveFocus());
  },
};

/** The desk refuses the report. The text stays, and the desk's page is linked. */
export const DeskDown: Story = {
  parameters: at(ticketDesk({ submit: () => Promise.reject(new Error("502")), url: "https://support.example/new" })),
  play: async (context) => {
    const { ticket } = wordsOf(context);
    await send(context, "failed", ticket.failed);
    await expect((await report(context)).value).toMatch(/\n\+1$/);
    await expect(screen.getByRole("link")).toHaveAttribute("href", "https://support.example/new");
  },
};

export const Offline: Story = {
  parameters: at(ticketDesk({ submit: () => Promise.reject(new Error("not reached")) })),
  beforeEach: () => {
    Object.defineProperty(navigator, "onLine", { configurable: true, get: () => false });
    return () => void Reflect.deleteProperty(navigator, "onLine");
  },
  play: async (context) => send(context, "offline", wordsOf(context).labels.offline),
};

export const WithFiles: Story = {
  parameters: at(ticketDesk({ submit: () => Promise.resolve(), files: "image/*" })),
  play: async (context) => {
    await report(context);
    const field = document.querySelector<HTMLInputElement>("[data-part=files]");
    if (field === null) throw new Error("No field for files.");
    const files = ["screen.png", "screen-2.png"].map((name) => new File(["1"], name, { type: "image/png" }));
    await userEvent.upload(field, files);
    await waitFor(() => expect(screen.getByText("screen.png")).toBeVisible());
    await userEvent.click(screen.getByRole("button", { name: / screen\.png$/ }));
    await expect(screen.queryByText("screen.png")).toBeNull();
    await expect(screen.getByText("screen-2.png")).toBeVisible();
  },
};

/** The desk is a page of its own: the report is pasted there, and is never part of the address. */
export const OpensADesk: Story = {
  parameters: at(ticketDesk({ url: "https://support.example/new" })),
  play: async (context) => {
    const { ticket } = wordsOf(context);
    await waitFor(() => expect(screen.getByText(ticket.pasteThere)).toBeVisible());
    await expect(screen.getByRole("link")).toHaveAttribute("href", "https://support.example/new");
    await expect(screen.queryByRole("button", { name: ticket.send })).toBeNull();
  },
};

/** The vendor's console. */
export const ForDevelopers: Story = {
  args: { audience: "developer" },
  parameters: at(ticketDesk()),
  play: async (context) => {
    const { developer } = localeOf(context.globals["locale"]);
    await waitFor(() => expect(screen.getByRole("heading", { name: developer.openTicket })).toBeVisible());
    await expect(screen.getByRole("link")).toHaveAttribute(
      "href",
      "https://console.cloud.tencent.com/workorder/category",
    );
  },
};
