import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, screen, spyOn, userEvent, waitFor, within } from "storybook/test";
import type { UserWords } from "../src/core.js";
import { localeOf } from "./decorators.js";
import { Bounded, FortyCalls, FriendsList, RecoveryPage, SafeChange, UnmarkedChange } from "./recipes/RecoveryPage.js";
import type { RecoveryPart } from "./recipes/RecoveryPage.js";
import type { RecoveryWorld } from "./recipes/recoveryWorld.js";

/**
 * How an app on TanStack Query recovers, played against the sandbox in the page itself. Use the page: sign in again, cancel,
 * reload. Only the window at QQ is simulated.
 */
const meta: Meta = {
  title: "Recovery",
  tags: ["!manifest"],
  parameters: { page: { bare: true }, docs: { story: { inline: false, iframeHeight: 360 } } },
};
export default meta;
type Story = StoryObj;
type Play = NonNullable<Story["play"]>;

const wordsOf = ({ globals }: Parameters<Play>[0]): UserWords => localeOf(globals["locale"]).words;

/** A page with this part, after an order to its servers. */
function pageWith(Part: RecoveryPart, arrange: (world: RecoveryWorld) => void): NonNullable<Story["render"]> {
  return (_, { globals }) => {
    const locale = localeOf(globals["locale"]);
    return (
      <main key={locale.tag} className="page" lang={locale.tag} dir={locale.dir}>
        <RecoveryPage locale={locale} arrange={arrange} Part={Part} />
      </main>
    );
  };
}

const notices = (): readonly Element[] => [...document.querySelectorAll("[data-part=notice]")];
const clickOn = async (name: string): Promise<void> => userEvent.click(await screen.findByRole("button", { name }));

/** In Storybook the play ends where a person can go on: at the prompt. A test goes on by itself. */
const untilPrompt =
  (before: Play, after: Play): Play =>
  async (context) => {
    await before(context);
    await screen.findByRole("dialog", {}, { timeout: 5000 });
    if (globalThis.storyLocale !== undefined) await after(context);
  };

/** A person signs in at the one prompt. */
async function signIn(context: Parameters<Play>[0]): Promise<UserWords> {
  const words = wordsOf(context);
  const dialog = await screen.findByRole("dialog", {}, { timeout: 5000 });
  await userEvent.click(within(dialog).getByRole("button", { name: words.actions.reauthorize }));
  return words;
}

const revoke = ({ sandbox }: RecoveryWorld): void => sandbox.revoke();

/** Forty calls fail together: one notice, one prompt, and all of them recover. */
export const Storm: Story = {
  render: pageWith(FortyCalls, revoke),
  play: untilPrompt(
    async () => {
      await waitFor(() => expect(notices()).toHaveLength(1));
      await waitFor(() => expect(document.querySelector("[data-part=count]")).toHaveTextContent(/40|٤٠/));
    },
    async (context) => {
      await signIn(context);
      await waitFor(() => expect(screen.getAllByText("小明")).toHaveLength(40), { timeout: 10_000 });
      await waitFor(() => expect(notices()).toHaveLength(0), { timeout: 10_000 });
    },
  ),
};

/** A change that may safely be sent twice waits for the sign-in and is sent by itself. */
export const HeldMutation: Story = {
  render: pageWith(SafeChange, revoke),
  play: untilPrompt(
    async () => {
      await clickOn("Add Grace");
      await expect(await screen.findByText("pending")).toBeVisible();
    },
    async (context) => {
      await signIn(context);
      await expect(await screen.findByText("success")).toBeVisible();
    },
  ),
};

/** A change that may not be sent twice is asked about. */
export const SendAgain: Story = {
  name: "Send again?",
  render: pageWith(UnmarkedChange, revoke),
  play: async (context) => {
    await clickOn("Add Grace");
    const { prompt, labels } = await signIn(context);
    await expect(await screen.findByText(prompt.confirm.description)).toBeInTheDocument();
    await expect(screen.getByText("pending")).toBeInTheDocument();
    if (globalThis.storyLocale === undefined) return;
    await clickOn(labels.send);
    await expect(await screen.findByText("success")).toBeVisible();
  },
};

/** Another account signs in: nothing of the first one is sent, and its data is gone. */
export const WrongAccount: Story = {
  render: pageWith(UnmarkedChange, (world) => {
    world.sandbox.revoke();
    world.nextAccount = "account-b";
  }),
  play: async (context) => {
    await clickOn("Add Grace");
    const { labels, reasons } = await signIn(context);
    await expect(await screen.findByText(reasons.accountMismatch, { exact: false })).toBeInTheDocument();
    await expect(await screen.findByText("idle")).toBeInTheDocument();
    if (globalThis.storyLocale === undefined) return;
    await clickOn(labels.useThisAccount);
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await waitFor(() => expect(notices()).toHaveLength(0), { timeout: 10_000 });
  },
};

/** Signed in, and refused again at once: an explanation and support in the dialog and in the notice behind it, no third prompt. */
export const StillNotAccepted: Story = {
  render: pageWith(FriendsList, ({ sandbox }) => sandbox.order({ path: "/app/api/", code: -21, times: 1000 })),
  play: async (context) => {
    const { reasons, actions } = await signIn(context);
    await waitFor(() => expect(screen.getAllByText(reasons.loop)).toHaveLength(2));
    for (const part of ["prompt", "notice"])
      await expect(document.querySelector(`[data-part=${part}] [data-part=actions]`)).toHaveTextContent(
        actions.copyReport,
      );
    await expect(screen.queryByRole("button", { name: actions.reauthorize })).toBeNull();
  },
};

/** Where the app leaves retrying to the notice: it counts down to the time that the server named, and retries. */
export const RateLimited: Story = {
  name: "Rate limited with countdown",
  render: pageWith(FriendsList, ({ sandbox, queryClient }) => {
    queryClient.setDefaultOptions({ queries: { retry: false } });
    sandbox.order({ code: -6, retryAfter: 45 });
  }),
  play: async () => {
    await waitFor(() => expect(notices()[0]).toHaveAttribute("data-state", "counting"), { timeout: 10_000 });
    await expect(document.querySelector("[data-part=countdown]")).toHaveTextContent(/[\d٠-٩]/);
  },
};

/** Older data stays, with its time, when a refetch fails. */
export const StaleData: Story = {
  render: pageWith(FriendsList, ({ sandbox, queryClient }) => {
    const stop = queryClient.getQueryCache().subscribe(({ type, query }) => {
      if (type !== "updated" || query.state.status !== "success") return;
      sandbox.order({ code: -9, times: 5 });
      stop();
    });
  }),
  play: async () => {
    await expect(await screen.findByText("Ada")).toBeVisible();
    await clickOn("Reload");
    await waitFor(() => expect(document.querySelector("[data-part=stale]")).toBeVisible());
    await expect(screen.getByText("Ada")).toBeVisible();
  },
};

/** A boundary's fallback is the notice, and the boundary is reset after the sign-in. */
export const Boundary: Story = {
  render: pageWith(Bounded, revoke),
  // React logs what a boundary caught
  beforeEach: () => void spyOn(console, "error").mockImplementation(() => undefined),
  play: untilPrompt(
    () => Promise.resolve(),
    async (context) => {
      await signIn(context);
      await expect(await screen.findByText("小明")).toBeVisible();
      await waitFor(() => expect(notices()).toHaveLength(0), { timeout: 10_000 });
    },
  ),
};
