import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, screen, userEvent, waitFor, within } from "storybook/test";
import {
  createTencentErrorClient,
  diagnose,
  type FailureReason,
  type ReauthFlow,
  type ReauthOutcome,
  type ReauthStatus,
  type TencentErrorClient,
  type UserWords,
} from "../src/core.js";
import { ReauthPrompt } from "../src/index.js";
import { localeOf, type PageParameters } from "./decorators.js";

/** Asks a person to sign in again, once for all failed calls. The window at QQ is simulated here. */
const meta: Meta<typeof ReauthPrompt> = {
  component: ReauthPrompt,
  tags: ["autodocs"],
  // a dialog is modal: on the docs page each needs a page of its own
  parameters: { docs: { story: { inline: false, iframeHeight: 360 } } },
};
export default meta;
type Story = StoryObj<typeof ReauthPrompt>;
type Play = NonNullable<Story["play"]>;

// a code without words of its own
const revoked = { ret: -23, msg: "openkey is invalid" };
const never = new Promise<ReauthOutcome>(() => undefined);

const ask = (client: TencentErrorClient): void => client.reauth.require(client.diagnose({ ...revoked }));

/** A page whose sign-in is simulated by `start`. */
function pretending(start: ReauthFlow["start"], page: Partial<PageParameters> = {}): { readonly page: PageParameters } {
  const makeClient = (): TencentErrorClient => createTencentErrorClient({ reauth: { kind: "pretended", start } });
  return { page: { makeClient, prepare: ask, ...page } };
}

const endingWith = (outcome: ReauthOutcome): { readonly page: PageParameters } =>
  pretending(() => ({ outcome: Promise.resolve(outcome) }));
const failingWith = (reason: FailureReason): { readonly page: PageParameters } =>
  endingWith({ status: "failed", reason });

const wordsOf = ({ globals }: Parameters<Play>[0]): UserWords => localeOf(globals["locale"]).words;
const button = (name: string): HTMLElement => screen.getByRole("button", { name });

/** Asserts that one dialog is open, with this status and text. */
async function sees(status: ReauthStatus, text: string): Promise<void> {
  // it fades in
  await waitFor(() => expect(screen.getByText(text)).toBeVisible());
  await expect(screen.getByRole("dialog")).toHaveAttribute("data-state", status);
}

/** A person clicks the one filled button. */
async function signIn(context: Parameters<Play>[0]): Promise<UserWords> {
  const words = wordsOf(context);
  await userEvent.click(await screen.findByRole("button", { name: words.actions.reauthorize }));
  return words;
}

/** Asserts that the sign-in fails for this reason, with its words and these buttons, the best one last. */
function fails(
  reason: FailureReason,
  ...ways: readonly ("tryAgain" | "continueHere" | "cancel" | "switchAccount" | "useThisAccount")[]
): Play {
  return async (context) => {
    const words = await signIn(context);
    await sees("failed", words.reasons[reason]);
    const names = ways.length === 0 ? [words.actions.dismiss] : ways.map((way) => words.labels[way]);
    await expect(screen.getAllByRole("button")).toEqual(names.map(button).reverse());
  };
}

/** Every prop is a control. */
export const Playground: Story = {
  args: { variant: "dialog", unstyled: false },
  parameters: pretending(() => ({ outcome: never })),
  play: async (context) => sees("required", wordsOf(context).prompt.required.description),
};

export const Required: Story = {
  parameters: pretending(() => ({ outcome: never })),
  play: async (context) => {
    const words = wordsOf(context);
    await sees("required", words.prompt.required.description);
    await waitFor(() => expect(screen.getByRole("heading", { name: words.prompt.required.title })).toHaveFocus());
    await expect(button(words.actions.reauthorize)).toHaveAttribute("data-emphasis", "primary");
  },
};

/** Four calls failed, one question. */
export const SeveralCallsWait: Story = {
  parameters: pretending(() => ({ outcome: never }), { prepare: (client) => [1, 2, 3, 4].forEach(() => ask(client)) }),
  play: async (context) => {
    await sees("required", wordsOf(context).prompt.required.description);
    await expect(await screen.findByText(/4/)).toBeVisible();
  },
};

/** Dismissed: no prompt any more, and the notices stay. */
export const Dismissed: Story = {
  parameters: pretending(() => ({ outcome: never })),
  play: async (context) => {
    await userEvent.click(await screen.findByRole("button", { name: wordsOf(context).labels.cancel }));
    await expect(screen.queryByRole("dialog")).toBeNull();
  },
};

export const Opening: Story = {
  parameters: pretending(() => ({ outcome: never })),
  play: async (context) => {
    const words = await signIn(context);
    await sees("opening", words.prompt.opening.title);
    await expect(screen.getAllByRole("button")).toEqual([button(words.labels.cancel)]);
  },
};

const waiting: ReauthFlow["start"] = ({ onProgress }) => {
  onProgress({ status: "waiting" });
  return { outcome: never };
};

export const Waiting: Story = {
  parameters: pretending(waiting),
  play: async (context) => {
    const words = await signIn(context);
    await sees("waiting", words.prompt.waiting.title);
    await expect(button(words.labels.cancel)).toBeVisible();
    await expect(screen.getByText(words.labels.stuck)).toBeVisible();
  },
};

/** The window may be open all the same: the person can say so. */
export const WindowClosed: Story = {
  parameters: pretending(({ onProgress }) => {
    onProgress({ status: "waiting", windowClosed: true });
    return { outcome: never };
  }),
  play: async (context) => {
    const words = await signIn(context);
    await sees("waiting", words.prompt.windowClosed.title);
    await expect(button(words.labels.tryAgain)).toHaveAttribute("data-emphasis", "primary");
    await expect(button(words.labels.done)).toBeVisible();
  },
};

/** A window that stays on QQ's error page. The person can enter the number on it. */
const strandedAtQQ: ReauthFlow["start"] = (request) => {
  const { outcome, resolve } = open();
  const paste = (text: string): void => {
    const diagnosis = diagnose({ error: text }, { dialect: "pageText" });
    resolve({ status: "failed", reason: "callbackError", diagnosis });
  };
  waiting(request);
  return { outcome, paste };
};

function open(): { readonly outcome: Promise<ReauthOutcome>; readonly resolve: (outcome: ReauthOutcome) => void } {
  let resolve: (outcome: ReauthOutcome) => void = () => undefined;
  const outcome = new Promise<ReauthOutcome>((settle) => (resolve = settle));
  return { outcome, resolve: (given) => resolve(given) };
}

/** QQ's own page showed an error and a number. */
export const StrandedOnErrorPage: Story = {
  parameters: pretending(strandedAtQQ),
  play: async (context) => {
    const words = await signIn(context);
    await userEvent.click(await screen.findByText(words.labels.stuck));
    await waitFor(() => expect(screen.getByRole("textbox", { name: words.labels.paste })).toBeVisible());
  },
};

export const ErrorPageNumberPasted: Story = {
  parameters: pretending(strandedAtQQ),
  play: async (context) => {
    const words = await signIn(context);
    await userEvent.click(await screen.findByText(words.labels.stuck));
    await userEvent.type(screen.getByRole("textbox", { name: words.labels.paste }), "100010");
    await userEvent.click(button(words.labels.check));
    // the number's own words, and no try that would fail again
    await sees("failed", words.categories.configuration.description);
    await expect(screen.getByText(/100010/)).toBeVisible();
    await expect(screen.queryByRole("button", { name: words.labels.tryAgain })).toBeNull();
  },
};

export const Verifying: Story = {
  parameters: pretending(({ onProgress }) => {
    onProgress({ status: "verifying" });
    return { outcome: never };
  }),
  play: async (context) => {
    const words = await signIn(context);
    await sees("verifying", words.prompt.verifying.title);
    await expect(screen.getAllByRole("button")).toEqual([button(words.labels.cancel)]);
  },
};

export const PopupBlocked: Story = {
  parameters: failingWith("popupBlocked"),
  play: fails("popupBlocked", "tryAgain", "cancel"),
};

/** Where a window is blocked once, the flow continues in this page instead, without a change of the browser's settings. */
export const BlockedWithContinueHere: Story = {
  parameters: {
    page: {
      makeClient: () =>
        createTencentErrorClient({
          reauth: {
            kind: "pretended",
            continuesHere: true,
            start: () => ({ outcome: Promise.resolve({ status: "failed", reason: "popupBlocked" }) }),
          },
        }),
      prepare: ask,
    } satisfies PageParameters,
  },
  play: async (context) => {
    const { labels } = await signIn(context);
    await expect(await screen.findByText(labels.blockedHere, { exact: false })).toHaveTextContent(labels.leavesPage);
    await expect(screen.getAllByRole("button")).toEqual([button(labels.cancel), button(labels.continueHere)]);
  },
};

/** The network went away before the click: a sign-in would only lead to the browser's own error page. */
export const OfflineBefore: Story = {
  parameters: pretending(() => ({ outcome: never })),
  // tests play the next story in the same page, where TanStack Query keeps what it has heard
  beforeEach: () => () => void window.dispatchEvent(new Event("online")),
  play: async (context) => {
    const words = wordsOf(context);
    await sees("required", words.prompt.required.description);
    window.dispatchEvent(new Event("offline"));
    await waitFor(() => expect(screen.getByText(words.labels.offline)).toBeVisible());
    await expect(button(words.actions.reauthorize)).toHaveAttribute("aria-disabled", "true");
    await expect(button(words.labels.cancel)).toBeEnabled();
  },
};

/** Two tabs failed together and the other one signs in. This one can take over. */
export const ElsewhereWithTakeover: Story = {
  parameters: {
    page: {
      makeClient: () =>
        createTencentErrorClient({
          reauth: { kind: "pretended", sharedAs: "story", start: () => ({ outcome: never }) },
        }),
      prepare(client) {
        const other = createTencentErrorClient({
          reauth: { kind: "pretended", sharedAs: "story", start: () => ({ outcome: never }) },
        });
        other.reauth.start();
        ask(client);
      },
    } satisfies PageParameters,
  },
  play: async (context) => {
    const words = wordsOf(context);
    await sees("waiting", words.prompt.elsewhere.title);
    await expect(screen.getAllByRole("button")).toEqual([words.labels.cancel, words.labels.takeOver].map(button));
  },
};

export const PopupClosed: Story = {
  parameters: failingWith("popupClosed"),
  play: fails("popupClosed", "tryAgain", "cancel"),
};

export const Denied: Story = {
  parameters: failingWith("denied"),
  play: fails("denied", "tryAgain", "cancel"),
};

/** Another account signed in. Nothing of the first one is sent. */
export const WrongAccount: Story = {
  parameters: {
    page: {
      makeClient: () =>
        createTencentErrorClient({
          accountId: () => "xiao-ming",
          reauth: {
            kind: "pretended",
            start: () => ({ outcome: Promise.resolve({ status: "succeeded", accountId: "xiao-hong" }) }),
          },
        }),
      prepare: ask,
    } satisfies PageParameters,
  },
  play: fails("accountMismatch", "switchAccount", "useThisAccount"),
};

/** QQ sent a code, and the app's server refused it. */
export const ExchangeFailed: Story = {
  parameters: endingWith({
    status: "failed",
    reason: "exchangeFailed",
    diagnosis: diagnose('callback( {"error":100019,"error_description":"code to access token error"} );'),
  }),
  play: async (context) => {
    await fails("exchangeFailed", "tryAgain", "cancel")(context);
    await expect(screen.getByText(/100019/)).toBeVisible();
  },
};

/** QQ came back with a number instead of a code. */
export const CallbackError: Story = {
  parameters: endingWith({
    status: "failed",
    reason: "callbackError",
    diagnosis: diagnose("https://app.example/cb?code=100010&msg=redirect%20uri%20is%20illegal&state=s1"),
  }),
  play: async (context) => {
    const words = await signIn(context);
    await sees("failed", words.categories.configuration.description);
    await expect(screen.getByText(/100010/)).toBeVisible();
    await expect(screen.queryByRole("button", { name: words.labels.tryAgain })).toBeNull();
  },
};

/** An answer without the state of this flow. */
export const StateMismatch: Story = {
  parameters: failingWith("stateMismatch"),
  play: fails("stateMismatch", "tryAgain", "cancel"),
};

export const TimedOut: Story = {
  parameters: failingWith("timeout"),
  play: fails("timeout", "tryAgain", "cancel"),
};

/** In another site's frame a person can't be sure what they click. */
export const Embedded: Story = {
  parameters: failingWith("embedded"),
  play: fails("embedded"),
};

export const Unsupported: Story = {
  parameters: failingWith("unsupported"),
  play: fails("unsupported"),
};

/** Signed in, asked again, refused again: a third time won't help. */
export const StillNotAccepted: Story = {
  parameters: pretending(() => ({ outcome: Promise.resolve({ status: "succeeded" }) }), {
    prepare(client) {
      ask(client);
      client.on(({ type }) => {
        if (type === "reauth.succeeded") queueMicrotask(() => ask(client));
      });
    },
  }),
  play: async (context) => {
    const words = await signIn(context);
    await sees("failed", words.reasons.loop);
    // in a dialog the primary button comes last
    const ways = [words.actions.dismiss, words.actions.copyReport];
    await expect(screen.getAllByRole("button")).toEqual(ways.map(button));
  },
};

/** Two changes are held. They are sent again only when the person agrees. */
export const SendAgain: Story = {
  parameters: pretending(() => ({ outcome: Promise.resolve({ status: "succeeded" }) }), {
    prepare(client) {
      const save = client.guard(async () => client.unwrap(revoked), { replay: "confirm" });
      void save();
      void save();
    },
  }),
  play: async (context) => {
    const { prompt, labels } = await signIn(context);
    const { tag } = localeOf(context.globals["locale"]);
    // some languages have a dual form, without the number
    const { title } = prompt.confirm;
    const two = title[new Intl.PluralRules(tag).select(2)] ?? title.other;
    await sees("succeeded", two.replace("{count}", new Intl.NumberFormat(tag).format(2)));
    await expect(button(labels.send)).toHaveAttribute("data-emphasis", "primary");
    await expect(button(labels.discard)).toBeVisible();
  },
};

const inPage = (variant: "banner" | "inline"): Story => ({
  args: { variant },
  parameters: { ...pretending(waiting), docs: { story: { inline: true } } },
  play: async ({ canvasElement, globals }) => {
    const { prompt } = localeOf(globals["locale"]).words;
    const region = within(canvasElement).getByRole("region", { name: prompt.required.title });
    await expect(region).toHaveAttribute("data-variant", variant);
    await expect(screen.queryByRole("dialog")).toBeNull();
  },
});

/** For pages that work without signing in. */
export const AsBanner: Story = inPage("banner");

/** In place of the failed part of the page. */
export const Inline: Story = inPage("inline");

/** A poll failed: nothing is interrupted. A banner asks in place of the dialog. */
export const InTheBackground: Story = {
  parameters: pretending(() => ({ outcome: never }), {
    prepare(client) {
      const send = async (isFailing: boolean): Promise<unknown> =>
        client.unwrap(isFailing ? { ...revoked } : { ret: 0 });
      const poll = client.guard(send, { replay: "never", key: "GET /api/friends" });
      void poll(false)
        .then(() => poll(true))
        .catch(() => undefined);
    },
  }),
  play: async (context) => {
    const { title } = wordsOf(context).prompt.required;
    const region = await within(context.canvasElement).findByRole("region", { name: title });
    await expect(region).toHaveAttribute("data-quiet");
    await expect(screen.queryByRole("dialog")).toBeNull();
  },
};
