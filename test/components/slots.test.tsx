import type { ReactElement } from "react";
import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import partNames from "../../src/components/parts/partNames.ts?raw";
import { PromptBody } from "../../src/components/prompt/PromptBody.js";
import { partsOf } from "../../src/components/parts/Parts.js";
import { wholeWords } from "../../src/i18n/wholeWords.js";
import { useTencentContext } from "../../src/react/useTencentContext.js";
import { LazyTicketDialog } from "../../src/components/ticket/LazyTicketDialog.js";
import { unwrap } from "../../src/core.js";
import { ticketDesk } from "../../src/flows/ticketDesk.js";
import {
  ErrorNotice,
  ReauthPrompt,
  TicketDialog,
  useReauth,
  type ButtonProps,
  type IconProps,
  type LinkProps,
  type PromptPart,
} from "../../src/index.js";
import en from "../../src/locales/en.js";
import { onPage } from "./onPage.js";

/** One part of one component, as the docs table shows it. */
interface Slot {
  readonly component: string;
  readonly part: string;
  /** What can be given for it: the type of its name, and the element of `components` that draws it. */
  readonly type: string;
  readonly own: string;
  readonly element: string;
  readonly class: string;
  readonly states: string;
}

const types: Readonly<Record<string, readonly [component: string, type: string]>> = {
  notice: ["ErrorNotice", "NoticePart"],
  prompt: ["ReauthPrompt", "PromptPart"],
  ticket: ["TicketDialog", "TicketPart"],
};
const sourceOf = (type: string): string => partNames.split(`export type ${type} =`)[1]?.split(";")[0] ?? "";
const named = Object.entries(types).flatMap(([block, [, type]]) =>
  [...sourceOf(type).matchAll(/\| "(\w+)"/g)].map(([, part = ""]) => `${block} ${part}`),
);

const components = {
  Button: (props: ButtonProps): ReactElement => <button {...props} data-own="Button" />,
  Link: (props: LinkProps): ReactElement => <a {...props} data-own="Link" />,
  Icon: ({ severity: _severity, ...props }: IconProps): ReactElement => <svg {...props} data-own="Icon" />,
};
const press = (name: string): Promise<void> => page.getByRole("button", { name, exact: true }).click();
const sees = (part: string): Promise<unknown> =>
  expect.poll(() => document.querySelector(`[data-part=${part}]`)).not.toBeNull();

/** Each part that was in the markup: tag, class, element of the host, and state attributes that it ever had. */
const seen = new Map<
  string,
  readonly [tags: Set<string>, classes: Set<string>, own: Set<string>, states: Set<string>]
>();

function note(block: string): void {
  // a success is seen in the place of what it healed
  for (const root of document.querySelectorAll(`[data-part=${block}], [data-part=healed]`))
    for (const each of [root, ...root.querySelectorAll<HTMLElement>("[data-part]")]) {
      const key = `${block} ${each.getAttribute("data-part") ?? ""}`;
      const [tags, classes, own, states] = seen.get(key) ?? [new Set(), new Set(), new Set(), new Set()];
      tags.add(each.tagName.toLowerCase());
      classes.add(each.getAttribute("class") ?? "");
      own.add(each.getAttribute("data-own") ?? "");
      const isState = (name: string): boolean => /^data-(?!part|own)|^aria-disabled$/.test(name);
      for (const name of each.getAttributeNames().filter(isState)) states.add(name);
      seen.set(key, [tags, classes, own, states]);
    }
}

/** What an app catches when a server named a time. */
function refused(body: object): unknown {
  const headers: Readonly<Record<string, string>> = { "retry-after": "45", "x-request-id": "610bd4ad-0b82-48fc" };
  try {
    return unwrap(body, { status: 200, headers: { get: (name) => headers[name] ?? null } });
  } catch (error) {
    return error;
  }
}

async function showNotices(): Promise<void> {
  const error = { ret: -6, msg: "api freq out of limit" };
  const late = refused(error);
  const list = { data: ["Xiao Ming"], dataUpdatedAt: 1, error, refetch: () => undefined };
  const more = { components, details: true, announce: false, onDismiss: () => undefined, onRetry: () => undefined };
  const { screen, show } = await onPage(
    <>
      <ErrorNotice {...more} error={[list, { ...list }]} headingLevel={2} />
      <ErrorNotice {...more} error={late} />
      <ErrorNotice {...more} error={{ ...list, isFetching: true }} />
      <ErrorNotice {...more} error={{ ret: -3 }} />
      <ErrorNotice {...more} error={{ ret: -3 }} variant="page" illustration={<i />} />
    </>,
    { audience: "developer" },
  );
  for (const part of ["countdown", "stale", "status", "requestId"]) await sees(part);
  note("notice");
  await show(<ErrorNotice error={{ error: { ret: 251004 }, data: undefined }} />);
  await show(<ErrorNotice error={{ error: null, data: [1] }} />);
  await sees("healed");
  note("notice");
  await screen.unmount();
}

/** Prompts offline, with another tab signing in, and in a frame. */
function Elsewhere(): ReactElement {
  const context = useTencentContext("ReauthPrompt");
  const part = partsOf<PromptPart>("prompt", { components }, { unstyled: false });
  const more = {
    reauth: useReauth(),
    text: { ...context.text, words: wholeWords(context.text.words) },
    part,
    description: "",
    descriptionId: "none",
    isDialog: false,
    TicketDialog: LazyTicketDialog,
  };
  return (
    <section {...part("prompt")}>
      <PromptBody
        panel={undefined}
        {...more}
        isOffline
        view={{ words: "elsewhere", start: "tryAgain", canTakeOver: true }}
      />
      <PromptBody
        panel={() => () => undefined}
        {...more}
        isOffline={false}
        view={{ words: "failed", canLeaveFrame: true }}
      />
    </section>
  );
}

async function showPrompts(): Promise<void> {
  const { screen, client, flow, show } = await onPage(<ReauthPrompt components={components} />, {
    account: { name: "Ada" },
  });
  const ask = (): void => client.reauth.require(client.diagnose({ ret: -21 }));
  client.on(({ type }) => {
    if (type === "reauth.succeeded") queueMicrotask(ask);
  });
  ask();
  await sees("start");
  note("prompt");
  await press(en.words.actions.reauthorize);
  await sees("progress");
  note("prompt");
  flow.progress({ status: "waiting", windowClosed: true });
  await sees("paste");
  note("prompt");
  flow.end({ status: "succeeded" });
  await sees("action");
  note("prompt");
  await show(<Elsewhere />);
  await sees("takeover");
  note("prompt");
  await screen.unmount();
}

async function showTickets(): Promise<void> {
  const submit = (): Promise<never> => Promise.reject(new Error("502"));
  const { screen } = await onPage(
    <TicketDialog error={{ ret: -3 }} open onOpenChange={() => undefined} components={components} />,
    { support: ticketDesk({ submit, url: "https://help.example/new", files: true }) },
  );
  await userEvent.upload(document.querySelector("[data-part=files]") ?? document.body, new File(["1"], "a.png"));
  await sees("file");
  await press(en.words.ticket.send);
  await sees("desk");
  note("ticket");
  await page.getByText(en.words.ticket.sentAlong).click();
  await userEvent.clear(page.getByRole("textbox", { name: en.words.ticket.text }));
  note("ticket");
  await screen.unmount();
}

test("every part is named by the types, found in the markup and listed in docs/slots.json (wanted? run with -u)", async () => {
  await showNotices();
  await showPrompts();
  await showTickets();
  expect([...seen.keys()].sort()).toEqual([...named].sort());
  const rows = named.map((key): Slot => {
    const [block = "", part = ""] = key.split(" ");
    const [component = "", type = ""] = types[block] ?? [];
    const [element = "", className = "", own = "", states = ""] = (seen.get(key) ?? []).map((values) =>
      [...values].filter(Boolean).sort().join(", "),
    );
    return { component, part, type, own, element, class: className, states };
  });
  await expect(`${JSON.stringify(rows, null, 2)}\n`).toMatchFileSnapshot("../../docs/slots.json");
});
