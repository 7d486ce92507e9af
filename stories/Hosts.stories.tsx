import type { Meta, StoryObj } from "@storybook/react-vite";
import { useState, type ReactElement } from "react";
import { expect, screen, waitFor, within } from "storybook/test";
import { ErrorNotice, ReauthPrompt, TencentErrorProvider } from "../src/index.js";
import { localeOf, patientClient } from "./decorators.js";
import { HostFrame, hostNames } from "./hosts/HostFrame.js";

/** The kit's notice beside the host's own, by a bridge of a few lines; with the host's button, and with the host's modal for the prompt. */
const meta: Meta = {
  title: "Hosts",
  // on a page of docs each in a frame of its own: the sheets of two hosts would mix, and a modal would cover the page
  parameters: { page: { bare: true }, docs: { story: { inline: false, iframeHeight: 600 } } },
  // six design systems in four languages are too slow for each run: test/styles/bridges.test.tsx checks the colours
  tags: ["!test", "!manifest"],
};
export default meta;
type Story = StoryObj;

function Beside({ name, scheme, locale, asks = false }: BesideProps): ReactElement {
  const [client] = useState(() => patientClient(asks));
  return (
    <HostFrame name={name} scheme={scheme}>
      {(host) => (
        <TencentErrorProvider client={client} locale={locale} dialogClassName={host?.dialogClassName}>
          <main className="beside" lang={locale.tag} dir={locale.dir}>
            {host && <host.Notice title={name}>{locale.words.categories.platform.description}</host.Notice>}
            <ErrorNotice error={{ ret: -5 }} announce={false} onRetry={() => undefined} />
            <ErrorNotice error={{ ret: -6 }} announce={false} onRetry={() => undefined} />
            <ErrorNotice error={{ ret: -73 }} announce={false} components={host} />
            {asks ? <ReauthPrompt components={host} /> : null}
          </main>
        </TencentErrorProvider>
      )}
    </HostFrame>
  );
}

interface BesideProps {
  readonly name: string;
  readonly scheme: "light" | "dark";
  readonly locale: ReturnType<typeof localeOf>;
  readonly asks?: boolean;
}

const beside = (name: string): Story => ({
  render: (_, { globals }) => (
    <Beside name={name} scheme={globals["theme"] === "dark" ? "dark" : "light"} locale={localeOf(globals["locale"])} />
  ),
  // the contrast of a host's own colours is the host's
  parameters: { a11y: { config: { rules: [{ id: "color-contrast", enabled: false }] } } },
  play: async ({ canvasElement, globals }) => {
    const { words } = localeOf(globals["locale"]);
    await expect(
      await within(canvasElement).findByRole("button", { name: words.actions.reauthorize }, { timeout: 10_000 }),
    ).toBeVisible();
    const notice = canvasElement.querySelector("[data-part=notice]");
    const { backgroundColor } = getComputedStyle(notice ?? canvasElement);
    await expect(backgroundColor).not.toBe("rgba(0, 0, 0, 0)");
  },
});

export const AntDesign = beside("antd");
export const Mantine = beside("mantine");
export const Mui = beside("mui");
export const Shadcn = beside("shadcn");
export const ShadcnOnTailwind3 = beside("shadcn-hsl");
export const TDesign = beside("tdesign");

/** The prompt in the host's own modal, with the host's buttons. */
const inModal = (name: string): Story => ({
  ...beside(name),
  render: (_, { globals }) => (
    <Beside
      asks
      name={name}
      scheme={globals["theme"] === "dark" ? "dark" : "light"}
      locale={localeOf(globals["locale"])}
    />
  ),
  play: async ({ globals }) => {
    const { title } = localeOf(globals["locale"]).words.prompt.required;
    await waitFor(() => expect(screen.getByRole("dialog", { name: title })).toBeVisible(), { timeout: 10_000 });
    await expect(document.querySelector("dialog")).toBeNull();
  },
});

export const AntDesignModal = inModal("antd");
export const MantineModal = inModal("mantine");
export const MuiModal = inModal("mui");
export const ShadcnModal = inModal("shadcn");
export const TDesignModal = inModal("tdesign");

/** Every bridge has a story. */
export const All: Story = {
  render: () => <p>{hostNames.join(", ")}</p>,
  play: async () => {
    await expect(hostNames).toHaveLength(5);
  },
  tags: ["!dev", "!autodocs"],
};
