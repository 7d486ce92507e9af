import type { Meta, StoryObj } from "@storybook/react-vite";
import codes from "tencent-error-kit/codes.json";
import { expect, userEvent, within } from "storybook/test";
import { createTencentErrorClient, extendCatalog, reportedCatalog, tencentCatalog } from "../src/core.js";
import { localeOf } from "./decorators.js";
import { anchorOf } from "./reference/CodeEntry.js";
import { CodeReference } from "./reference/CodeReference.js";

/** The page that notices link to, when the app names it as the client's `docs`. */
const meta: Meta = { title: "Reference", parameters: { layout: "fullscreen", page: { bare: true } } };
export default meta;
type Story = StoryObj;

const client = createTencentErrorClient({
  catalog: extendCatalog(tencentCatalog, reportedCatalog.rows),
  reauth: { kind: "pretended", start: () => ({ outcome: Promise.resolve({ status: "cancelled" }) }) },
});

/** All codes that the kit knows, for both audiences, in the toolbar's language. */
export const Codes: Story = {
  render: (_, { globals }) => <CodeReference client={client} locale={localeOf(globals["locale"])} />,
  play: async ({ canvasElement, globals }) => {
    const { words, developer } = localeOf(globals["locale"]);
    const entries = within(canvasElement).getAllByRole("article");
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
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const found = (): readonly string[] => canvas.getAllByRole("article").map(({ id }) => id);
    await userEvent.type(canvas.getByRole("searchbox"), "-73");
    await expect(found()).toEqual(["code--73"]);
    await expect(canvas.getByRole("status")).toHaveTextContent("1 code");
    await userEvent.click(canvas.getByRole("button", { name: "Show the notice" }));
    await expect(canvasElement.querySelector("[data-part=notice]")).toHaveAttribute("data-category", "reauth");
    await userEvent.clear(canvas.getByRole("searchbox"));
    await userEvent.selectOptions(canvas.getByRole("combobox"), "rateLimit");
    await expect(found()).toEqual(
      codes.filter(({ category }) => category === "rateLimit").map(({ code }) => anchorOf(code)),
    );
  },
};
