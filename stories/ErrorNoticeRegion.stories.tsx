import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, waitFor, within } from "storybook/test";
import { createTencentErrorClient, type TencentErrorClient } from "../src/core.js";
import { ErrorNoticeRegion } from "../src/index.js";
import { localeOf, type PageParameters } from "./decorators.js";

/** Failures without a notice of their own, in one place: all with one fingerprint are one notice. */
const meta: Meta<typeof ErrorNoticeRegion> = { component: ErrorNoticeRegion, tags: ["autodocs"] };
export default meta;
type Story = StoryObj<typeof ErrorNoticeRegion>;

const revoked = { ret: -21, msg: "revoked" };
const tooMany = { ret: -6, msg: "api freq out of limit" };
const lost = new TypeError("Failed to fetch");
const unread = { ret: 251004, msg: "read friend cache failed" };

/** A page on which calls failed with these bodies, as `attachTencentErrors` adds them. */
function withFailures(...bodies: readonly object[]): { readonly page: PageParameters } {
  const reauth = { kind: "pretended", start: () => ({ outcome: Promise.resolve({ status: "cancelled" } as const) }) };
  const prepare = ({ board }: TencentErrorClient): void => {
    for (const body of bodies) board.post({}, body, () => undefined);
  };
  return { page: { makeClient: () => createTencentErrorClient({ reauth }), prepare } };
}

/** Asserts that these categories are shown, a notice each, in this order. */
function shows(...categories: readonly string[]): NonNullable<Story["play"]> {
  return async ({ canvasElement }) => {
    const notices = (): (string | null)[] =>
      [...canvasElement.querySelectorAll("[data-part=notice]")].map((notice) => notice.getAttribute("data-category"));
    await waitFor(() => expect(notices()).toEqual(categories));
  };
}

export const NothingFailed: Story = { parameters: withFailures(), play: shows() };

/** A storm of one trouble is one notice that counts. */
export const Storm: Story = {
  parameters: withFailures(...Array.from({ length: 40 }, () => ({ ...tooMany }))),
  play: async (context) => {
    await shows("rateLimit")(context);
    await expect(context.canvasElement.querySelector("[data-part=count]")).toHaveTextContent("40");
  },
};

export const TwoTroubles: Story = {
  parameters: withFailures({ ...revoked }, { ...tooMany }, { ...revoked }),
  play: shows("reauth", "rateLimit"),
};

/** Three at most; `max` says how many. */
export const ManyTroubles: Story = {
  parameters: withFailures({ ...revoked }, { ...tooMany }, lost, { ...unread }),
  play: shows("reauth", "rateLimit", "network"),
};

/** A notice that is closed makes room for the next. */
export const OneClosed: Story = {
  ...ManyTroubles,
  play: async (context) => {
    await shows("reauth", "rateLimit", "network")(context);
    const { words } = localeOf(context.globals["locale"]);
    const [first] = within(context.canvasElement).getAllByRole("button", { name: words.actions.dismiss });
    if (first !== undefined) await userEvent.click(first);
    await shows("rateLimit", "network", "platform")(context);
  },
};
