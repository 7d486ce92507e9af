import type { StoryObj } from "@storybook/react-vite";
import { expect, waitFor, within } from "storybook/test";
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
    const notices = (): NodeListOf<Element> => canvasElement.querySelectorAll("[data-part=notice]");
    // what a notice says may be fetched when it is shown first
    await waitFor(() => expect(notices()).toHaveLength(1));
    await waitFor(() => expect(canvasElement.querySelector("[data-part=title]")).toBeVisible());
    await expect(notices()[0]).toHaveAttribute("data-category", category);
    const code = /-?\d+/.exec(canvasElement.querySelector("[data-part=code]")?.textContent ?? "")?.[0];
    const { categories, titles } = isForDeveloper ? developer : words;
    const own: unknown = Reflect.get(titles, code ?? "");
    const general =
      isForDeveloper && category === "unknown" && code === undefined ? developer.noCode : categories[category];
    const isServers = isForDeveloper && canvas.queryByText(developer.ownServer.title) !== null;
    const title = isServers ? developer.ownServer.title : general.title;
    await expect(await canvas.findByText(typeof own === "string" ? own : title)).toBeVisible();
    const firstAction = (): string | null | undefined =>
      canvasElement.querySelector("[data-part=action]")?.getAttribute("data-action");
    await waitFor(() => expect(firstAction() ?? null).toBe(first));
  };
}
