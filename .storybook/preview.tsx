import { withThemeByDataAttribute } from "@storybook/addon-themes";
import type { Preview } from "@storybook/react-vite";
import { decorators } from "../stories/decorators.js";

const locales = Object.keys(import.meta.glob("../src/locales/*.ts")).map((path) => path.slice(15, -3));

const preview: Preview = {
  decorators: [
    ...decorators,
    withThemeByDataAttribute({
      themes: { light: "light", dark: "dark" },
      defaultTheme: "light",
      attributeName: "data-te-scheme",
    }),
  ],
  globalTypes: {
    locale: {
      description: "Language of the words",
      toolbar: { title: "Language", icon: "globe", items: locales, dynamicTitle: true },
    },
    audience: {
      description: "Who reads the words",
      toolbar: { title: "Audience", icon: "user", items: ["user", "developer"], dynamicTitle: true },
    },
  },
  // the tests go through all stories once in each language
  initialGlobals: { locale: globalThis.storyLocale ?? "zh-CN", audience: "user" },
  // An axe violation fails the story.
  parameters: { a11y: { test: "error" } },
};
export default preview;
