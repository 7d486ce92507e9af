import type { Meta, StoryObj } from "@storybook/react-vite";
import type { ReactElement } from "react";
import { expect, within } from "storybook/test";
import { createTencentErrorClient } from "../src/core.js";
import { ErrorNotice, TencentErrorProvider } from "../src/index.js";
import { localeOf } from "./decorators.js";
import { HostFrame, hostNames } from "./hosts/HostFrame.js";

/** The kit's notice beside the host's own, with the host's button, by a bridge of a few lines. */
const meta: Meta = {
  title: "Hosts",
  parameters: { page: { bare: true } },
  // five design systems in four languages are too much for each run: test/styles/bridges.test.tsx holds what matters
  tags: ["!test"],
};
export default meta;
type Story = StoryObj;

const client = createTencentErrorClient({
  reauth: { kind: "pretended", start: () => ({ outcome: new Promise(() => undefined) }) },
});

function Beside({ name, scheme, locale }: BesideProps): ReactElement {
  return (
    <HostFrame name={name} scheme={scheme}>
      {(host) => (
        <TencentErrorProvider client={client} locale={locale} dialogClassName={host?.dialogClassName}>
          <main className="beside" lang={locale.tag} dir={locale.dir}>
            {host && <host.Notice title={name}>{locale.words.categories.platform.description}</host.Notice>}
            <ErrorNotice error={{ ret: -5 }} announce={false} onRetry={() => undefined} />
            <ErrorNotice error={{ ret: -6 }} announce={false} onRetry={() => undefined} />
            <ErrorNotice error={{ ret: -73 }} announce={false} components={host && { Button: host.Button }} />
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
}

const beside = (name: string): Story => ({
  render: (_, { globals }) => (
    <Beside name={name} scheme={globals["theme"] === "dark" ? "dark" : "light"} locale={localeOf(globals["locale"])} />
  ),
  // a host's own colours are the host's to answer for
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
export const TDesign = beside("tdesign");

/** Every bridge has a story. */
export const All: Story = {
  render: () => <p>{hostNames.join(", ")}</p>,
  play: async () => {
    await expect(hostNames).toHaveLength(5);
  },
  tags: ["!dev", "!autodocs"],
};
