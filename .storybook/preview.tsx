import { withThemeByDataAttribute } from "@storybook/addon-themes";
import type { Preview } from "@storybook/react-vite";
import { decorators, languages } from "../stories/decorators.js";
import { defaultsFromText } from "./defaultsFromText.js";
import { startSandboxWorker } from "./startSandboxWorker.js";
import { Container } from "../stories/pages/Container.js";
import { hostNames } from "../stories/hosts/HostFrame.js";

const names = new Intl.DisplayNames("en", { type: "language" });
const locales = languages.map(({ tag, dir }) => ({ value: tag, title: names.of(tag) ?? tag, right: `${tag} ${dir}` }));

const preview: Preview = {
  beforeAll: startSandboxWorker,
  argTypesEnhancers: [defaultsFromText],
  decorators: [
    ...decorators,
    withThemeByDataAttribute({
      themes: { light: "light", dark: "dark", auto: "auto" },
      defaultTheme: "light",
      attributeName: "data-te-scheme",
    }),
  ],
  globalTypes: {
    locale: {
      description: "Language of the words",
      toolbar: { title: "Language", icon: "globe", items: locales, dynamicTitle: true },
    },
    direction: {
      description: "Direction of the text",
      toolbar: {
        title: "Direction",
        icon: "transfer",
        items: [
          { value: "auto", title: "as the language runs" },
          { value: "ltr", title: "left to right" },
          { value: "rtl", title: "right to left" },
        ],
        dynamicTitle: true,
      },
    },
    audience: {
      description: "Who reads the words",
      toolbar: { title: "Audience", icon: "user", items: ["user", "developer"], dynamicTitle: true },
    },
    density: {
      description: "How close the parts stand",
      toolbar: {
        title: "Density",
        icon: "component",
        items: ["compact", "comfortable", "spacious"],
        dynamicTitle: true,
      },
    },
    contrast: {
      description: "As a reader who asks the system for more contrast sees it",
      toolbar: { title: "Contrast", icon: "contrast", items: ["normal", "more"], dynamicTitle: true },
    },
    host: {
      description: "The design system around the story",
      toolbar: { title: "Host", icon: "box", items: ["none", ...hostNames], dynamicTitle: true },
    },
  },
  // the tests go through all stories in some of the languages
  initialGlobals: {
    locale: globalThis.storyLocale ?? "zh-CN",
    direction: "auto",
    audience: "user",
    density: "comfortable",
    contrast: "normal",
    host: "none",
  },
  // An axe violation fails the story.
  parameters: {
    a11y: { test: "error" },
    docs: { container: Container },
    options: {
      storySort: {
        order: [
          "Start here",
          "Getting started",
          "Theming",
          "Slots",
          "Languages",
          "How it recovers",
          "Security",
          "Accessibility",
          "Recipes by host",
          "Recipes for apps",
          "From what you have",
          "The return page",
          "The back end",
          "Renewing",
          "Data layers",
          "Packs",
          "Why not another library",
          "Beside others",
          "ErrorNotice",
          ["Docs", "Default", "Playground", "*"],
          "ErrorNoticeRegion",
          ["Docs", "Default", "Playground", "*"],
          "ReauthPrompt",
          ["Docs", "Default", "Playground", "*"],
          "TicketDialog",
          ["Docs", "Default", "Playground", "*"],
          "Hosts",
          "Themes",
          "*",
          "Recovery",
          "Devtools",
          "Gallery",
          "Reference",
          "Codes",
        ],
      },
    },
  },
};
export default preview;
