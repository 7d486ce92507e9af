import type { Meta, StoryObj } from "@storybook/react-vite";
import codes from "tencent-error-kit/codes.json";
import { expect, userEvent, within } from "storybook/test";
import { localeOf } from "./decorators.js";
import { referenceClient } from "./reference/about.js";
import { anchorOf } from "./reference/CodeEntry.js";
import { CodeReference } from "./reference/CodeReference.js";
import { referenceWords } from "./reference/referenceWords.js";

/** The page that notices link to, when the app names it as the client's `docs`. */
const meta: Meta = {
  title: "Reference",
  tags: ["!manifest"],
  parameters: { layout: "fullscreen", page: { bare: true } },
};
export default meta;
type Story = StoryObj;

/** All codes that the kit knows, for both audiences, in the toolbar's language. */
export const Codes: Story = {
  render: (_, { globals }) => <CodeReference client={referenceClient} locale={localeOf(globals["locale"])} />,
  play: async ({ canvasElement, globals }) => {
    const { words, developer } = localeOf(globals["locale"]);
    // by selector: roles of so many elements take seconds
    const entries = [...canvasElement.querySelectorAll("article")];
    await expect(entries.map(({ id }) => id)).toEqual(codes.map(({ code }) => anchorOf(code)));
    for (const [index, { category, code }] of codes.entries()) {
      const [user, developers] = entries[index]?.querySelectorAll("[data-audience]") ?? [];
      const news: unknown = Reflect.get(words.titles, code);
      await expect(user).toHaveTextContent(typeof news === "string" ? news : words.categories[category].title);
      const own: unknown = Reflect.get(developer.codes, code);
      await expect(developers).toHaveTextContent(
        typeof own === "string" ? own : developer.categories[category].description,
      );
    }
  },
};

/** A search for a number from a console. */
export const Search: Story = {
  ...Codes,
  play: async ({ canvasElement, globals }) => {
    const words = referenceWords(localeOf(globals["locale"]).tag);
    const form = within(canvasElement.querySelector("form") ?? canvasElement);
    const found = (): readonly string[] => [...canvasElement.querySelectorAll("article")].map(({ id }) => id);
    await userEvent.type(form.getByRole("searchbox"), "-73");
    await expect(found()).toEqual(["code--73"]);
    await expect(form.getByRole("status")).toHaveTextContent(words.found(1));
    await userEvent.click(within(canvasElement).getByRole("button", { name: words.show }));
    await expect(canvasElement.querySelector("[data-part=notice]")).toHaveAttribute("data-category", "reauth");
    await userEvent.clear(form.getByRole("searchbox"));
    await userEvent.selectOptions(form.getByRole("combobox"), "rateLimit");
    await expect(found()).toEqual(
      codes.filter(({ category }) => category === "rateLimit").map(({ code }) => anchorOf(code)),
    );
  },
};
