import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, waitFor, within } from "storybook/test";
import { simulateCode } from "../src/testing.js";
import { localeOf } from "./decorators.js";
import type { Way } from "./recipes/createFriendsApp.js";
import { sandboxWorld } from "./recipes/sandboxWorld.js";
import { startWords } from "./start/startWords.js";
import { StartPage } from "./start/StartPage.js";

const worldName = (): string =>
  new URLSearchParams(window.location.search).get("world") ?? `friends-${globalThis.storyLocale ?? "here"}`;

/** Controls order what the servers answer next. */
const simulation = simulateCode(
  (code) => void sandboxWorld(worldName()).command("orders", { code }),
  [-1, -5, -6, -9, -21, -73, 100016],
);

const meta: Meta<{ readonly simulateCode: string }> = {
  title: "Start here",
  tags: ["!manifest"],
  id: "recipes-friends",
  parameters: { layout: "fullscreen", page: { bare: true } },
  decorators: [simulation.decorator],
  args: { simulateCode: "none" },
  argTypes: {
    simulateCode: {
      name: "Simulate code",
      description: simulation.globalTypes.simulateCode.description,
      control: "select",
      options: simulation.globalTypes.simulateCode.toolbar.items.map(({ value }) => value),
    },
  },
};
export default meta;
type Story = StoryObj<typeof meta>;

/** A whole app against the sandbox: break it, use it, sign in again. */
export const Friends: Story = { name: "In a window", render: appThatSignsInBy("popup") };

/** The same app where no window opens: it leaves for QQ and comes back with what was typed. */
export const FriendsByRedirect: Story = { name: "By redirect", render: appThatSignsInBy("redirect") };

/** What the first page shows of a failure. Not in the sidebar: the page is met whole. */
export const Broken: Story = {
  ...Friends,
  name: "Broken",
  tags: ["!dev"],
  play: async ({ canvasElement, globals }) => {
    const locale = localeOf(globals["locale"]);
    const { breaks, steps, timeline } = startWords(locale);
    const canvas = within(canvasElement);
    await expect(await canvas.findByText("李雷")).toBeVisible();
    await userEvent.click(canvas.getByRole("button", { name: new RegExp(breaks.password.label) }));
    await waitFor(() => expect(canvasElement.querySelector("[data-part=notice]")).toBeVisible());
    await expect(canvasElement.querySelector("[data-part=notice]")).toHaveTextContent(locale.words.titles[-73] ?? "");
    const way = within(canvas.getByRole("region", { name: timeline.title }));
    const current = (): HTMLElement | undefined =>
      way.getAllByRole("listitem").find((step) => step.getAttribute("aria-current") === "step");
    await waitFor(() => expect(current()).toHaveTextContent(steps.prompt));
    await waitFor(() => expect(document.querySelector("[data-part=prompt]")).toBeVisible());
  },
};

function appThatSignsInBy(way: Way): NonNullable<Story["render"]> {
  return (_, { globals }) => {
    const locale = localeOf(globals["locale"]);
    const chosen = `locale:${locale.tag};theme:${String(globals["theme"] ?? "light")}`;
    return <StartPage key={`${way} ${locale.tag}`} {...{ way, locale }} world={worldName()} globals={chosen} />;
  };
}
