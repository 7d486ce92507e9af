import { afterEach, beforeEach, expect, test } from "vitest";
import { cdp, page } from "vitest/browser";
import { HealedLine } from "../../src/components/parts/HealedLine.js";
import { drawingFor } from "../../src/drawings.js";
import { ticketDesk } from "../../src/flows/ticketDesk.js";
import { ErrorNotice, TicketDialog } from "../../src/index.js";
import english from "../../src/locales/en.js";
import "../../src/styles/styles.css";
import { onPage } from "../components/onPage.js";
import { surfaces } from "./surfaces.js";

const nothing = (): void => undefined;
const found = (selector: string): HTMLElement => document.querySelector<HTMLElement>(selector)!;
const styleOf = (selector: string): CSSStyleDeclaration => getComputedStyle(found(selector));
const boxes = (selector: string): DOMRect[] =>
  [...document.querySelectorAll(selector)].map((element) => element.getBoundingClientRect());
const emulateMedia = (features: Readonly<Record<string, string>>): Promise<unknown> =>
  cdp().send("Emulation.setEmulatedMedia", {
    features: Object.entries(features).map(([name, value]) => ({ name, value })),
  });
const emulateTouch = (enabled: boolean): Promise<unknown> =>
  cdp().send("Emulation.setTouchEmulationEnabled", { enabled });

beforeEach(async () => {
  await page.viewport(320, 640);
});

afterEach(async () => {
  document.documentElement.style.fontSize = "";
  await emulateMedia({});
  await emulateTouch(false);
  await page.viewport(414, 896);
});

const folded = surfaces.filter(({ name }) => /inline|stuck|ticket/.test(name));

test.each(folded)("$name: under a finger, the words of what unfolds are in its middle", async ({ show }) => {
  await emulateTouch(true);
  await show(english);
  const summaries = [...document.querySelectorAll("summary")];
  expect(summaries).not.toEqual([]);
  for (const summary of summaries) {
    const range = document.createRange();
    range.selectNodeContents(summary);
    const [text, box] = [range.getBoundingClientRect(), summary.getBoundingClientRect()];
    expect(Math.abs(text.top + text.bottom - box.top - box.bottom)).toBeLessThanOrEqual(2);
  }
});

test.each(folded)("$name: with a smaller font of the page, what unfolds can still be hit", async ({ show }) => {
  document.documentElement.style.fontSize = "14px";
  await show(english);
  for (const { height } of boxes("summary")) expect(height).toBeGreaterThanOrEqual(24);
});

test("the report is in a font whose columns can be compared", async () => {
  await surfaces.at(-1)!.show(english);
  found("[data-part=along]").setAttribute("open", "");
  expect(styleOf("[data-part=text]").fontFamily).toContain("monospace");
});

test("a report that was sent says so as large as its dialog speaks", async () => {
  const support = ticketDesk({ submit: () => Promise.resolve({ id: "T-1" }) });
  await onPage(<TicketDialog open error={{ ret: -3 }} onOpenChange={nothing} />, { support });
  await expect.poll(() => document.querySelector("[data-part=submit]")).not.toBeNull();
  found("[data-part=submit]").click();
  await expect.element(page.getByText("T-1", { exact: false })).toBeVisible();
  const { fontSize, color } = styleOf("[data-part=ticket]");
  expect(styleOf("[data-part=status]")).toMatchObject({ fontSize, color });
});

test("buttons below each other are as far apart as beside each other", async () => {
  await onPage(
    <div style={{ inlineSize: 240 }}>
      <ErrorNotice error={{ ret: -22 }} audience="developer" />
    </div>,
  );
  const [first, second] = boxes("[data-part=action]");
  expect(second!.top - first!.bottom).toBeCloseTo(8);
});

test("on a page, the numbers of the steps stand beside their words", async () => {
  await page.viewport(800, 640);
  await onPage(<ErrorNotice error={{ ret: -8 }} audience="developer" variant="page" />);
  const range = document.createRange();
  range.selectNodeContents(found("[data-part=step]"));
  expect(range.getBoundingClientRect().left - boxes("[data-part=step]")[0]!.left).toBeLessThanOrEqual(1);
});

test("a drawing keeps its colours where the reader's own are forced, so that it is seen on its ground", async () => {
  await emulateMedia({ "forced-colors": "active", "prefers-color-scheme": "dark" });
  await onPage(<ErrorNotice error={{ ret: -21 }} variant="page" illustration={drawingFor} />);
  expect(styleOf("[data-part=illustration]").color).toBe("rgb(11, 95, 214)");
});

test("the tick of a success grows with the reader's font", async () => {
  await onPage(
    <HealedLine healed={{ title: "Working again", description: "" }} {...{ className: "te-prompt-healed" }} />,
  );
  expect(boxes("svg")[0]).toMatchObject({ width: 16, height: 16 });
  document.documentElement.style.fontSize = "200%";
  expect(boxes("svg")[0]).toMatchObject({ width: 32, height: 32 });
});
