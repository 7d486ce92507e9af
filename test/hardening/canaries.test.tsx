import type { ReactElement } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { createTencentErrorClient, type KitEvent } from "../../src/core.js";
import { ticketDesk } from "../../src/flows/ticketDesk.js";
import { ErrorNotice, ErrorNoticeRegion, ReauthPrompt, TencentErrorProvider, TicketDialog } from "../../src/index.js";
import en from "../../src/locales/en.js";
import { carriers, encodings, kept, leaksIn, secretNames } from "../privacy/canaries.js";

/** Any piece of it would be a leak. */
const canary = "Zk9q\"<&'é\\+/=%Q7z";
const pieces = [canary, "Zk9q", "Q7z"];
const methods = ["debug", "info", "log", "warn", "error"] as const;
// VITE_CANARIES=all: each of the 66 names; else every sixth, another for each carrier
const step = import.meta.env["VITE_CANARIES"] === "all" ? 1 : 6;

let written: string[] = [];
let copied: string[] = [];

beforeEach(() => {
  [written, copied] = [[], []];
  for (const method of methods)
    vi.spyOn(console, method).mockImplementation((...args) => void written.push(args.map(String).join(" ")));
  vi.spyOn(navigator.clipboard, "writeText").mockImplementation(async (text) => void copied.push(text));
});
afterEach(() => void vi.restoreAllMocks());

/** All that an element shows, to people, to scripts and to React's tools. */
function partsOf(element: Element): readonly string[] {
  const props = Object.entries(element).flatMap(([key, held]) =>
    key.startsWith("__reactProps") ? Object.values(held as object).map(String) : [],
  );
  return element instanceof HTMLTextAreaElement ? [...props, element.value] : props;
}

/** Wherever a person, another script or a tracker could find something. */
function places(events: readonly KitEvent[]): Readonly<Record<string, string>> {
  return {
    page: new XMLSerializer().serializeToString(document),
    props: [...document.querySelectorAll("*")].flatMap(partsOf).join("\n"),
    console: written.join("\n"),
    clipboard: copied.join("\n"),
    events: JSON.stringify(events),
    storage: JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie]),
    addresses: `${location.href} ${JSON.stringify(history.state)} ${document.referrer}`,
  };
}

test.each(Object.entries(carriers))(
  "T37: no secret that comes as %s is on the page or leaves it",
  { tags: ["T37"] },
  async (carrier, carry) => {
    const offset = Object.keys(carriers).indexOf(carrier);
    const names = secretNames.filter((_name, index) => (index + offset) % step === 0);
    const errors = names.flatMap((name) => Object.values(encodings).map((encode) => carry(name, encode(canary))));
    const events: KitEvent[] = [];
    const sent: string[] = [];
    const support = ticketDesk({ submit: async (draft) => void sent.push(JSON.stringify(draft)) });
    const client = createTencentErrorClient({ support, onEvent: (event) => events.push(event) });
    const Page = ({ ticket }: { readonly ticket: unknown }): ReactElement => (
      <TencentErrorProvider client={client} locale={en}>
        {errors.map((error, index) => (
          <section key={index}>
            <ErrorNotice error={error} announce={false} />
            <ErrorNotice error={error} audience="developer" details announce={index === 0} />
          </section>
        ))}
        <ErrorNoticeRegion />
        <ReauthPrompt />
        <TicketDialog error={ticket} open={ticket !== undefined} onOpenChange={() => undefined} />
      </TencentErrorProvider>
    );
    const { rerender } = await render(<Page ticket={undefined} />);
    for (const summary of document.querySelectorAll("summary")) summary.click();
    document.querySelector<HTMLElement>("[data-action=copyReport]")?.click();
    await rerender(<Page ticket={errors[0]} />);
    await expect.element(page.getByRole("dialog")).toBeVisible();
    document.querySelector<HTMLElement>("[data-part=copy]")?.click();
    await expect.poll(() => copied.length).toBeGreaterThan(1);

    const found = Object.entries({ ...places(events), sent: sent.join("\n") });
    const leaks = found.flatMap(([place, text]) =>
      pieces.flatMap((piece) => leaksIn(text, piece)).map((leak) => `${place}: ${leak} in ${around(text, leak)}`),
    );
    expect(leaks).toEqual([]);
    // each place was looked at: what may be there is found
    const { page: shown, props, clipboard } = Object.fromEntries(found);
    expect([shown, props, clipboard].filter((text) => text?.includes(kept.requestId) !== true)).toEqual([]);
    const details = [...document.querySelectorAll("[data-part=details]")].map(({ textContent }) => textContent);
    expect(details).toHaveLength(errors.length);
    // utility floor: what the vendor needs is there for each of them
    expect(details.filter((text) => !Object.values(kept).every((fact) => text.includes(fact)))).toEqual([]);
  },
);

function around(text: string, leak: string): string {
  const at = text.indexOf(leak);
  return text.slice(Math.max(0, at - 80), at + 80);
}
