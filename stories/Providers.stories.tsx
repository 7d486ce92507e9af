import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, screen, userEvent, waitFor, within } from "storybook/test";
import type { UserWords } from "../src/core.js";
import { SessionBanner } from "../src/session.js";
import { localeOf } from "./decorators.js";
import { createProvidersWorld, ProvidersPage, type ProviderName, Timeline } from "./recipes/ProvidersPage.js";

/** Sign-ins of several providers in one page, sessions that are renewed unseen, a QR code in the prompt, and a session that is about to end. */
const meta: Meta = {
  title: "Providers",
  tags: ["!manifest"],
  parameters: { page: { bare: true }, docs: { story: { inline: false, iframeHeight: 360 } } },
};
export default meta;
type Story = StoryObj;
type Play = NonNullable<Story["play"]>;

const wordsOf = ({ globals }: Parameters<Play>[0]): UserWords => localeOf(globals["locale"]).words;

function pageWith(
  options: Parameters<typeof createProvidersWorld>[0],
  names: readonly ProviderName[],
  children?: Parameters<typeof ProvidersPage>[0]["children"],
): NonNullable<Story["render"]> {
  return (_, { globals }) => {
    const locale = localeOf(globals["locale"]);
    const world = (): ReturnType<typeof createProvidersWorld> => createProvidersWorld(options);
    return (
      <main key={locale.tag} className="page" lang={locale.tag} dir={locale.dir}>
        <ProvidersPage {...{ locale, world, names }}>{children}</ProvidersPage>
      </main>
    );
  };
}

const start = async (): Promise<HTMLElement> => {
  const dialog = await screen.findByRole("dialog", {}, { timeout: 5000 });
  await waitFor(() => expect(dialog.querySelector("[data-part=start]")).toBeVisible());
  return dialog.querySelector<HTMLElement>("[data-part=start]") as HTMLElement;
};
const isHere = async (name: ProviderName): Promise<void> =>
  waitFor(() => expect(within(screen.getByRole("region", { name })).getByText(`✓ ${name}`)).toBeVisible(), {
    timeout: 5000,
  });

/** Both sessions have ended: one question at a time, the first asked first, and each heals its own. */
export const TwoProviders: Story = {
  render: pageWith({}, ["微信", "QQ"]),
  play: async () => {
    await userEvent.click(await start());
    await isHere("微信");
    await waitFor(() => expect(screen.getByRole("dialog")).not.toHaveTextContent("微信"));
    await userEvent.click(await start());
    await isHere("QQ");
  },
};

/** The server renews the session: nothing is seen of it. The timeline is what happened. */
export const QuietRenewal: Story = {
  render: pageWith({ renews: true }, ["QQ"], ({ client }) => <Timeline client={client} />),
  play: async () => {
    await isHere("QQ");
    await expect(screen.queryByRole("dialog")).toBeNull();
    await waitFor(() =>
      expect(screen.getByRole("list", { name: "Timeline" })).toHaveTextContent(/failure\.diagnosed.*reauth\.succeeded/),
    );
    await expect(screen.getByRole("list", { name: "Timeline" })).not.toHaveTextContent("reauth.required");
  },
};

/** The flow draws a code into the prompt. A click on it here is a scan by a phone. */
export const QrPanel: Story = {
  render: pageWith({ panel: true }, ["微信"]),
  play: async (context) => {
    await userEvent.click(await start());
    const code = await screen.findByRole("button", { name: "微信 QR" });
    await expect(screen.getByRole("button", { name: wordsOf(context).labels.cancel })).toBeVisible();
    await userEvent.click(code);
    await isHere("微信");
    await waitFor(() => expect(screen.queryByRole("button", { name: "微信 QR" })).toBeNull());
  },
};

/** A session that nothing renews says so two minutes before its end. */
export const SessionAboutToEnd: Story = {
  render: pageWith({}, [], () => <SessionBanner expiresAt={Date.now() + 119_000} />),
  play: async () => {
    await waitFor(() => expect(document.querySelector("[data-part=session] [data-part=stay]")).toBeVisible());
    await expect(document.querySelector("[data-part=session]")).toHaveTextContent(/2|٢|๒|دقيقتين|two/i);
    await expect(screen.queryByRole("dialog")).toBeNull();
  },
};
