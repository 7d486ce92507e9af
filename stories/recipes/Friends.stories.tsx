import type { Meta, StoryObj } from "@storybook/react-vite";
import { simulateCode } from "../../src/testing.js";
import { localeOf } from "../decorators.js";
import { FriendsApp } from "./FriendsApp.js";
import { sandboxWorld } from "./sandboxWorld.js";

const worldName = (): string => new URLSearchParams(window.location.search).get("world") ?? "friends";

/** Controls order what the servers answer next. */
const simulation = simulateCode(
  (code) => void sandboxWorld(worldName()).command("orders", { code }),
  [-1, -5, -6, -9, -21, -73, 100016],
);

const meta: Meta<{ readonly simulateCode: string }> = {
  title: "Recipes/Friends",
  parameters: { page: { bare: true } },
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

/** A whole app against the sandbox: order a failure, use the app, sign in again. */
export const Friends: Story = { render: appThatSignsInBy("popup") };

/** The same app where no window opens: it leaves for QQ and comes back with what was typed. */
export const FriendsByRedirect: Story = { name: "Friends, by redirect", render: appThatSignsInBy("redirect") };

function appThatSignsInBy(way: "popup" | "redirect"): NonNullable<Story["render"]> {
  return (_, { globals }) => {
    const locale = localeOf(globals["locale"]);
    const world = worldName();
    return (
      <main className="page" lang={locale.tag}>
        <FriendsApp key={locale.tag} {...{ world, locale, way }} />
      </main>
    );
  };
}
