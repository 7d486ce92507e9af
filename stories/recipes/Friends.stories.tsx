import type { Meta, StoryObj } from "@storybook/react-vite";
import { localeOf } from "../decorators.js";
import { FriendsApp } from "./FriendsApp.js";

const meta: Meta = { title: "Recipes/Friends", parameters: { page: { bare: true } } };
export default meta;

/** A whole app against the sandbox: pull a lever, use the app, sign in again. */
export const Friends: StoryObj = { render: appThatSignsInBy("popup") };

/** The same app where no window opens: it leaves for QQ and comes back with what was typed. */
export const FriendsByRedirect: StoryObj = { name: "Friends, by redirect", render: appThatSignsInBy("redirect") };

function appThatSignsInBy(way: "popup" | "redirect"): NonNullable<StoryObj["render"]> {
  return (_, { globals }) => {
    const locale = localeOf(globals["locale"]);
    const world = new URLSearchParams(window.location.search).get("world") ?? "friends";
    return (
      <main className="page" lang={locale.tag}>
        <FriendsApp key={locale.tag} {...{ world, locale, way }} />
      </main>
    );
  };
}
