import type { StorybookConfig } from "@storybook/react-vite";
import { plantMutant } from "../test/mutants/plantMutant.js";
import { callbackPage } from "./callbackPage.js";
import { codesJson } from "./codesJson.js";
import { sandboxWorkerFile } from "./sandboxWorkerFile.js";

const hosts = [
  "antd",
  "@mantine/core",
  "@radix-ui/react-dialog",
  "@mui/material",
  "@mui/material/styles",
  "tdesign-react",
];

const config: StorybookConfig = {
  framework: { name: "@storybook/react-vite", options: {} },
  stories: ["../stories/*.mdx", "../stories/**/*.stories.tsx"],
  addons: [
    "@storybook/addon-docs",
    "@storybook/addon-a11y",
    "@storybook/addon-vitest",
    "@storybook/addon-themes",
    "@storybook/addon-mcp",
  ],
  staticDirs: ["./static"],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  features: { sidebarOnboardingChecklist: false, componentsManifest: true },
  // the types as they are written: the quicker one calls every type with an undefined in it a union
  typescript: {
    reactDocgen: "react-docgen-typescript",
    reactDocgenTypescriptOptions: {
      include: ["src/components/**/*.tsx"],
      shouldExtractLiteralValuesFromEnum: true,
      shouldRemoveUndefinedFromOptional: true,
    },
  },
  // vite.config.ts is the library's build. Its stylesheets plugin stays out by itself when there is no `lib`.
  viteFinal: (viteConfig) => {
    delete viteConfig.build?.lib;
    delete viteConfig.build?.rolldownOptions;
    // named beforehand, so that no page is reloaded half-way because Vite found another one
    const { include = [] } = viteConfig.optimizeDeps ?? {};
    viteConfig.optimizeDeps = { ...viteConfig.optimizeDeps, include: [...include, ...hosts] };
    const mutant = plantMutant(process.env["MUTANT"]);
    viteConfig.plugins = [...mutant, ...(viteConfig.plugins ?? []), callbackPage(), codesJson(), sandboxWorkerFile()];
    return viteConfig;
  },
};
export default config;
