import type { Meta, StoryObj } from "@storybook/react-vite";
import { useState, type ReactElement } from "react";
import { expect, waitFor } from "storybook/test";
import type { Locale } from "../src/core.js";
import { ErrorNotice, ReauthPrompt, TencentErrorProvider } from "../src/index.js";
import { localeOf, patientClient } from "./decorators.js";
import { HostFrame, hostNames } from "./hosts/HostFrame.js";

/** The notice and the prompt in every look at once. */
const meta: Meta = {
  title: "Themes",
  parameters: { layout: "fullscreen", page: { bare: true } },
  // twelve looks in four languages are too slow for each run: `npm run axe` checks them, bridges.test.tsx the colours
  tags: ["!test", "!manifest"],
};
export default meta;

const own: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  light: { "data-te-scheme": "light" },
  dark: { "data-te-scheme": "dark" },
  auto: { "data-te-scheme": "auto" },
  compact: { "data-density": "compact" },
  comfortable: { "data-density": "comfortable" },
  spacious: { "data-density": "spacious" },
  unstyled: {},
};

function Sample({ locale, unstyled = false }: { readonly locale: Locale; readonly unstyled?: boolean }): ReactElement {
  const [client] = useState(() => patientClient(true));
  return (
    <TencentErrorProvider client={client} locale={locale} unstyled={unstyled}>
      <ErrorNotice error={{ ret: -6 }} announce={false} onRetry={() => undefined} />
      <ReauthPrompt variant="inline" />
    </TencentErrorProvider>
  );
}

/** The kit's own schemes and densities, the five bridges, and none. */
export const AllThemes: StoryObj = {
  render: (_, { globals }) => {
    const locale = localeOf(globals["locale"]);
    return (
      <main className="themes" lang="en">
        {Object.entries(own).map(([name, attributes]) => (
          <article key={name} className="theme own" {...attributes} aria-label={name}>
            <h1>{name}</h1>
            <Sample locale={locale} unstyled={name === "unstyled"} />
          </article>
        ))}
        {hostNames.map((name) => (
          <HostFrame key={name} name={name} scheme="light" scope={`[data-bridge="${name}"]`}>
            {() => (
              <article className="theme" data-bridge={name} aria-label={name}>
                <h1>{name}</h1>
                <Sample locale={locale} />
              </article>
            )}
          </HostFrame>
        ))}
      </main>
    );
  },
  // the contrast of a host's own colours is the host's, and no page has twelve prompts
  parameters: {
    a11y: {
      config: {
        rules: [
          { id: "color-contrast", selector: ".own *" },
          { id: "landmark-unique", enabled: false },
        ],
      },
    },
  },
  play: async ({ canvasElement }) => {
    const sections = (): readonly Element[] => [...canvasElement.querySelectorAll("article[aria-label]")];
    await waitFor(() => expect(sections()).toHaveLength(Object.keys(own).length + hostNames.length), {
      timeout: 10_000,
    });
    for (const section of sections())
      for (const part of ["notice", "prompt"]) await expect(section.querySelector(`[data-part=${part}]`)).toBeVisible();
    const painted = ["light", "dark", ...hostNames].map((name) => {
      const button = canvasElement.querySelector(`[aria-label=${name}] [data-emphasis=primary]`);
      return getComputedStyle(button ?? canvasElement).backgroundColor;
    });
    await expect(new Set(painted).size).toBeGreaterThan(4);
  },
};
