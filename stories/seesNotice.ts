import type { StoryObj } from "@storybook/react-vite";
import { expect, within } from "storybook/test";
import type { ActionKind, Category } from "../src/core.js";
import { localeOf } from "./decorators.js";

type Play = NonNullable<StoryObj["play"]>;

/**
 * Asserts that one notice is there, with the title of its code or category in the toolbar's language, and that its first
 * button does `first`. Null: it has no button at all.
 */
export function seesNotice(category: Category, first: ActionKind | null): Play {
  return async ({ canvasElement, globals }) => {
    const { words, developer } = localeOf(globals["locale"]);
    const isForDeveloper = globals["audience"] === "developer";
    const canvas = within(canvasElement);
    const notices = canvasElement.querySelectorAll("[data-part=notice]");
    await expect(notices).toHaveLength(1);
    await expect(notices[0]).toHaveAttribute("data-category", category);
    const code = /-?\d+/.exec(canvasElement.querySelector("[data-part=code]")?.textContent ?? "")?.[0];
    const { categories, titles } = isForDeveloper ? developer : words;
    const own: unknown = Reflect.get(titles, code ?? "");
    const general =
      isForDeveloper && category === "unknown" && code === undefined ? developer.noCode : categories[category];
    const isServers = isForDeveloper && canvas.queryByText(developer.ownServer.title) !== null;
    const title = isServers ? developer.ownServer.title : general.title;
    await expect(canvas.getByText(typeof own === "string" ? own : title)).toBeVisible();
    const actions = canvasElement.querySelectorAll("[data-part=action]");
    await expect(actions[0]?.getAttribute("data-action") ?? null).toBe(first);
  };
}
