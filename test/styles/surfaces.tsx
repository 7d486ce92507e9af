import type { ReactElement } from "react";
import { userEvent } from "vitest/browser";
import type { AccountName, FailureReason, UserLocale } from "../../src/core.js";
import { ticketDesk } from "../../src/flows/ticketDesk.js";
import { ErrorNotice, type Interrupt, type NoticeVariant, ReauthPrompt, TicketDialog } from "../../src/index.js";
import { onPage, type OnPage } from "../components/onPage.js";

/** Something of the kit that a person meets, ready to be measured. */
export interface Surface {
  /** What it is, and in which state. */
  readonly name: string;
  show(locale: UserLocale): Promise<OnPage>;
}

/** Their roots, as a selector. */
export const surface = "[data-part=notice], [data-part=prompt], [data-part=ticket]";

/** Those that are on the page. */
export const roots = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>(surface)];

/** What can be pressed, followed or filled in, in any of them. */
export const controls = (): readonly HTMLElement[] =>
  roots()
    .flatMap((root) => [...root.querySelectorAll<HTMLElement>("button, a, input:not([hidden]), textarea, summary")])
    .filter((element) => element.checkVisibility());

const unspaced = "x".repeat(300);

/** The longest that a server says: no space to break at, in its message and in its id. */
const long = {
  response: { status: 500, headers: { "x-request-id": unspaced }, data: { ret: -3, msg: unspaced } },
};

/** The compiler asks for a new one, which the measurements and pictures below then show. */
const variants: Readonly<Record<NoticeVariant, 1>> = { inline: 1, line: 1, banner: 1, page: 1 };

const notices: readonly Surface[] = (Object.keys(variants) as readonly NoticeVariant[]).map((variant) => ({
  name: `a notice, ${variant}, with its details`,
  async show(locale) {
    const query = {
      error: Object.assign(new Error("500"), long),
      data: [1],
      dataUpdatedAt: 1,
      refetch: (): void => undefined,
    };
    const content: ReactElement = (
      <ErrorNotice
        {...{ variant, error: [query, query] }}
        audience="developer"
        onDismiss={() => undefined}
        onRetry={() => undefined}
      />
    );
    const page = await onPage(content, { locale });
    document.querySelector("summary")?.click();
    return page;
  },
}));

const waiting: Surface = {
  name: "the prompt, where a person is stuck",
  async show(locale) {
    const page = await asked(locale);
    page.client.reauth.start();
    page.flow.progress({ status: "waiting", windowClosed: true });
    await until("[data-part=paste] summary");
    document.querySelector<HTMLElement>("[data-part=paste] summary")?.click();
    return page;
  },
};

/** The longest names that QQ takes. */
const names = {
  name: "Maximiliane-Alexandra von und zu Hohenstein",
  otherAccount: "Wolfeschlegelsteinhausenbergerdorff",
};

const named: Surface = {
  name: "the prompt, with who is asked and what waits",
  async show(locale) {
    const page = await asked(locale, "always", { name: names.name });
    const fail = (): Promise<never> => Promise.reject(Object.assign(new Error("x"), { ret: -73 }));
    for (const guarded of [1, 2].map(() => page.client.guard(fail, { replay: "confirm" })))
      void guarded().catch(() => undefined);
    await until("[data-part=status] [aria-live]:not(:empty)");
    return page;
  },
};

const inReach: Surface = {
  name: "the prompt, with a window to go back to",
  async show(locale) {
    const page = await asked(locale);
    page.client.reauth.start();
    page.flow.progress({ status: "waiting" });
    await until("[data-part=progress]");
    return page;
  },
};

const quiet: Surface = { name: "the prompt, quiet", show: (locale) => asked(locale, "never", { name: names.name }) };

const other: Surface = {
  name: "the prompt, at the choice between two accounts",
  async show(locale) {
    const page = await onPage(<ReauthPrompt />, { locale, account: { name: names.name } });
    page.client.reauth.renewed("1");
    page.client.reauth.require(page.client.diagnose({ ret: -73 }));
    page.client.reauth.start();
    page.flow.end({ status: "succeeded", accountId: "2", name: names.otherAccount });
    await until("[data-part=prompt][data-state=failed]");
    return page;
  },
};

const failed: readonly Surface[] = (["accountMismatch", "popupBlocked", "loop"] as const).map((reason) => ({
  name: `the prompt, failed: ${reason}`,
  show: (locale) => failing(reason, locale),
}));

const ticket: Surface = {
  name: "the ticket, with files, its desk down",
  async show(locale) {
    const desk = ticketDesk({
      submit: () => Promise.reject(new Error("502")),
      url: "https://desk.example/",
      files: true,
    });
    const page = await onPage(
      <TicketDialog open error={Object.assign(new Error("500"), long)} onOpenChange={() => undefined} />,
      {
        locale,
        support: desk,
      },
    );
    const field = document.querySelector<HTMLInputElement>("[data-part=files]");
    if (field !== null) await userEvent.upload(field, [new File(["1"], `${unspaced.slice(0, 120)}.png`)]);
    document.querySelector<HTMLElement>("[data-part=submit]")?.click();
    await until("[data-part=ticket][data-state=failed]");
    return page;
  },
};

/** All that a person meets, at its widest. */
export const surfaces: readonly Surface[] = [
  ...notices,
  { name: "the prompt", show: (locale) => asked(locale) },
  ...[named, inReach, waiting, quiet, other],
  ...failed,
  ticket,
];

async function asked(locale: UserLocale, interrupt?: Interrupt, account?: AccountName): Promise<OnPage> {
  const page = await onPage(<ReauthPrompt interrupt={interrupt} />, { locale, ...(account && { account }) });
  for (let calls = 0; calls < 3; calls += 1) page.client.reauth.require(page.client.diagnose({ ret: -73 }));
  await until("[data-part=prompt]");
  return page;
}

async function failing(reason: FailureReason, locale: UserLocale): Promise<OnPage> {
  const page = await asked(locale);
  page.client.reauth.start();
  page.flow.end({ status: "failed", reason });
  await until("[data-part=prompt][data-state=failed]");
  return page;
}

/** Until it is there: React shows it in the next task. */
async function until(selector: string): Promise<void> {
  while (document.querySelector(selector) === null) await new Promise(requestAnimationFrame);
}
