import type { Meta, StoryObj } from "@storybook/react-vite";
import { localeOf } from "../decorators.js";
import { FriendsApp } from "./FriendsApp.js";

const meta: Meta = { title: "Recipes/Friends", parameters: { page: { bare: true } } };
export default meta;

/** A whole app against the sandbox: pull a lever, use the app, sign in again. */
export const Friends: StoryObj = {
  render: (_, { globals }) => {
    const locale = localeOf(globals["locale"]);
    const world = new URLSearchParams(window.location.search).get("world") ?? "friends";
    return (
      <main className="page" lang={locale.tag}>
        <FriendsApp key={locale.tag} world={world} locale={locale} />
      </main>
    );
  },
};
