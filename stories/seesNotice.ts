import type { StoryObj } from "@storybook/react-vite";
import { expect, within } from "storybook/test";
import type { ActionKind, Category } from "../src/core.js";
import { localeOf } from "./decorators.js";

type Play = NonNullable<StoryObj["play"]>;

/**
 * Proves that one notice is there, with its category's title in the toolbar's language, and that its one filled button does
 * `first`. Null: it has no button at all.
 */
export function seesNotice(category: Category, first: ActionKind | null): Play {
  return async ({ canvasElement, globals }) => {
    const { words, developer } = localeOf(globals["locale"]);
    const isForDeveloper = globals["audience"] === "developer";
    const canvas = within(canvasElement);
    const notices = canvasElement.querySelectorAll("[data-part=notice]");
    await expect(notices).toHaveLength(1);
    await expect(notices[0]).toHaveAttribute("data-category", category);
    await expect(canvas.getByText((isForDeveloper ? developer : words).categories[category].title)).toBeVisible();
    const filled = canvasElement.querySelectorAll("[data-emphasis=primary]");
    await expect(filled).toHaveLength(first === null ? 0 : 1);
    if (first !== null) await expect(filled[0]).toBe(buttonOf(canvas, words.actions[first]));
  };
}

function buttonOf(canvas: ReturnType<typeof within>, name: string): HTMLElement {
  return canvas.queryByRole("button", { name }) ?? canvas.getByRole("link", { name });
}
