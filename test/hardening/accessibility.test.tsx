import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { cdp, page, userEvent } from "vitest/browser";
import { sampleBody } from "../../src/cli/explain.js";
import { tencentCatalog, type Audience } from "../../src/core.js";
import { ErrorNotice, ReauthPrompt } from "../../src/index.js";
import english from "../../src/locales/en.js";
import "../../src/styles/styles.css";
import { onPage } from "../components/onPage.js";
import { controls, roots, surfaces } from "../styles/surfaces.js";

const media = (features: Readonly<Record<string, string>>): Promise<unknown> =>
  cdp().send("Emulation.setEmulatedMedia", {
    features: Object.entries(features).map(([name, value]) => ({ name, value })),
  });
const revoked = { ret: -21 };
const slow = { timeout: 30_000 };

beforeEach(async () => {
  await page.viewport(640, 640);
});

afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await media({});
});

describe.each(surfaces)("$name", ({ show }) => {
  test("1.3.2: Tab goes as the eye does", { tags: ["WCAG-1.3.2"] }, async () => {
    await show(english);
    const places = controls().map((element) => element.getBoundingClientRect());
    places.slice(1).forEach((place, index) => {
      const before = places[index];
      if (before === undefined) return;
      const isBelow = place.top >= before.bottom - 1;
      const isBeside = place.left >= before.right - 1 && place.bottom > before.top;
      expect(isBelow || isBeside, `${String(index + 1)} comes after ${String(index)}`).toBe(true);
    });
  });

  test(
    "1.4.13: nothing shows up over the page when it is pointed at or focused",
    { tags: ["WCAG-1.4.13"] },
    async () => {
      await show(english);
      expect(document.querySelectorAll("[data-part] [title], [title][data-part], [popover]")).toHaveLength(0);
    },
  );

  test("2.1.4: no letter is a shortcut", { tags: ["WCAG-2.1.4"] }, async () => {
    await show(english);
    const taken = Array.from("abcdefghijklmnopqrstuvwxyz?/. 0123456789").filter((key) => {
      const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
      (controls()[0] ?? document.body).dispatchEvent(event);
      return event.defaultPrevented;
    });
    expect(taken).toEqual([]);
  });

  test("2.4.7, 1.4.11: what has the focus is framed, in forced colours too", { tags: ["WCAG-2.4.7"] }, async () => {
    await show(english);
    for (const forced of ["none", "active"]) {
      await media({ "forced-colors": forced });
      await userEvent.tab();
      for (const element of controls()) {
        element.focus({ focusVisible: true });
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
        expect([outlineStyle, outlineWidth]).toEqual(["solid", "2px"]);
        expect(outlineColor).not.toMatch(/^rgba\(.*, 0\)$|transparent/);
      }
    }
  });

  test(
    "1.4.11: in forced colours each control and each surface has an edge, and the icon the text's colour",
    { tags: ["WCAG-1.4.11"] },
    async () => {
      await show(english);
      await media({ "forced-colors": "active" });
      const edged = [...controls().filter(({ localName }) => localName !== "summary"), ...roots()];
      // a banner has the page's own edges at its sides, and shares one with the banner before it
      for (const element of edged.filter(({ dataset }) => dataset["variant"] !== "page")) {
        const { borderBlockEndWidth, borderBlockEndStyle, borderBlockEndColor } = getComputedStyle(element);
        expect([parseFloat(borderBlockEndWidth) > 0, borderBlockEndStyle]).toEqual([true, "solid"]);
        expect(borderBlockEndColor).not.toMatch(/^rgba\(.*, 0\)$|transparent/);
      }
      const icon = document.querySelector("[data-part=icon]");
      if (icon !== null) expect(getComputedStyle(icon).color).toBe(getComputedStyle(document.body).color);
      // a cross, which is drawn by a background, and a moving line
      const cross = document.querySelector("[data-part=notice]:not([data-variant=page]) [data-part=dismiss] > span");
      if (cross !== null) {
        const { backgroundImage, color } = getComputedStyle(cross);
        expect(backgroundImage).toContain(color);
        expect(color).toBe(getComputedStyle(cross.parentElement ?? cross).color);
      }
      const progress = document.querySelector("[data-part=progress]");
      if (progress !== null)
        expect(getComputedStyle(progress, "::after").borderBlockStartColor).not.toBe(
          getComputedStyle(progress).backgroundColor,
        );
    },
  );

  test("1.4.6 in part: who asks for more contrast gets edges and small print in the text's colour", async () => {
    await show(english);
    await media({ "prefers-contrast": "more" });
    for (const root of roots().filter(({ dataset }) => dataset["variant"] !== "page"))
      expect(getComputedStyle(root).borderBlockStartColor).toBe(getComputedStyle(root).color);
  });

  test(
    "2.2.2, 2.3.1: what moves does it once, within 200 ms, and not at all for who asks for stillness",
    { tags: ["WCAG-2.2.2", "WCAG-2.3.1"] },
    async () => {
      await show(english);
      for (const { effect } of document.getAnimations()) {
        // that it waits is all that the line says, and it ends with the waiting: WCAG calls that essential
        const isProgress = effect instanceof KeyframeEffect && effect.target?.matches("[data-part=progress]") === true;
        if (isProgress) continue;
        const { duration, iterations } = effect?.getComputedTiming() ?? {};
        expect(Number(duration)).toBeLessThanOrEqual(200);
        expect(iterations).toBe(1);
      }
      await media({ "prefers-reduced-motion": "reduce" });
      for (const root of roots()) expect(getComputedStyle(root).animationName).toBe("none");
      const endless = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime === Infinity);
      expect(endless).toEqual([]);
    },
  );

  test(
    "2.4.11: on a phone that lies on its side, what has the focus can be seen",
    { tags: ["WCAG-2.4.11"] },
    async () => {
      await page.viewport(640, 320);
      await show(english);
      for (const animation of document.getAnimations())
        if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
      for (const element of controls().filter(({ localName }) => localName !== "textarea")) {
        element.focus();
        const { top, bottom } = element.getBoundingClientRect();
        expect([top >= -1, bottom <= innerHeight + 1]).toEqual([true, true]);
        const on = document.elementFromPoint(...middleOf(element));
        expect(element.contains(on) || on === element).toBe(true);
      }
    },
  );

  test("3.2.1: the focus alone starts nothing", { tags: ["WCAG-3.2.1"] }, async () => {
    const open = vi.spyOn(window, "open");
    const { flow } = await show(english);
    const { starts } = flow;
    for (const element of controls()) element.focus();
    expect([open.mock.calls.length, flow.starts]).toEqual([0, starts]);
  });
});

test("2.4.4: a link that opens a window says so", { tags: ["WCAG-2.4.4"] }, async () => {
  await onPage(<ErrorNotice error={{ ret: -2 }} audience="developer" />);
  const links = [...document.querySelectorAll("a[target=_blank]")];
  expect(links.length).toBeGreaterThan(0);
  for (const link of links) expect(link.ariaLabel ?? link.textContent).toMatch(/opens in a new window/);
});

test("3.2.2: what is typed or chosen starts nothing", { tags: ["WCAG-3.2.2"] }, async () => {
  const stuck = surfaces.find(({ name }) => name.includes("stuck"));
  const { flow } = (await stuck?.show(english)) ?? {};
  const open = vi.spyOn(window, "open");
  await userEvent.fill(page.getByRole("textbox"), "100016");
  expect([open.mock.calls.length, flow?.starts]).toEqual([0, 1]);
  expect(document.querySelector("[data-part=prompt]")).toHaveProperty("dataset.state", "waiting");
});

test(
  "1.4.1: without colours the severities differ in shape, and the button that helps in its fill",
  { tags: ["WCAG-1.4.1"] },
  async () => {
    await onPage(
      <>
        {[-21, -6, -5].map((ret) => (
          <ErrorNotice key={ret} error={{ ret }} onRetry={() => undefined} />
        ))}
      </>,
    );
    const shapes = [...document.querySelectorAll("[data-part=icon] path")].map((path) => path.getAttribute("d"));
    expect(new Set(shapes).size).toBe(3);
    const [first = 0, other = 0] = ["primary", "secondary"].map((emphasis) => {
      const fill = getComputedStyle(
        document.querySelector(`[data-emphasis=${emphasis}]`) ?? document.body,
      ).backgroundColor;
      const [red = 0, green = 0, blue = 0] = (fill.match(/[\d.]+/g) ?? []).map((part) => (Number(part) / 255) ** 2.2);
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    });
    expect((Math.max(first, other) + 0.05) / (Math.min(first, other) + 0.05)).toBeGreaterThanOrEqual(3);
  },
);

test("2.2.1: after an hour each is still there: nothing goes away by itself", { tags: ["WCAG-2.2.1"] }, async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "setInterval", "Date", "performance"] });
  const { client } = await onPage(
    <>
      <ErrorNotice error={{ ret: 251004 }} />
      <ReauthPrompt />
    </>,
  );
  client.reauth.require(client.diagnose(revoked));
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(document.querySelectorAll("[data-part=notice], [data-part=prompt]")).toHaveLength(2);
});

test("2.5.2: a button acts when it is let go, not when it is pressed", { tags: ["WCAG-2.5.2"] }, async () => {
  const { flow } = await onPage(<ErrorNotice error={revoked} />);
  const button = document.querySelector("[data-action=reauthorize]");
  for (const type of ["pointerdown", "mousedown", "touchstart"])
    button?.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }));
  expect(flow.starts).toBe(0);
  button?.dispatchEvent(new MouseEvent("click", { bubbles: true }));
  expect(flow.starts).toBe(1);
});

describe.each<Audience>(["user", "developer"])("for a %s, over all codes", (audience) => {
  test(
    "3.2.4, 3.2.6: one action has one name, and help is always after what heals",
    { tags: ["WCAG-3.2.4", "WCAG-3.2.6"], ...slow },
    async () => {
      const { screen } = await onPage(
        <>
          {tencentCatalog.rows.map(({ code }) => (
            <ErrorNotice
              key={code}
              error={sampleBody(code)}
              {...{ audience, announce: false }}
              onRetry={() => undefined}
            />
          ))}
        </>,
      );
      const names = new Map<string, Set<string>>();
      for (const notice of screen.container.querySelectorAll("[data-part=notice]")) {
        const actions = [...notice.querySelectorAll<HTMLElement>("[data-part=action]")];
        for (const { dataset, textContent } of actions) {
          const kind = dataset["action"] ?? "";
          names.set(kind, (names.get(kind) ?? new Set()).add(textContent));
        }
        const kinds = actions.map(({ dataset }) => dataset["action"] ?? "");
        const order = ["reauthorize", "retry", "openTicket", "readDocs", "copyReport", "dismiss"];
        expect(kinds).toEqual([...kinds].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
      }
      // another account is signed in with by the same flow, under the name of what it is for
      const others = [...names].filter(([kind, labels]) => labels.size > (kind === "reauthorize" ? 2 : 1));
      expect(others).toEqual([]);
    },
  );
});

function middleOf(element: HTMLElement): [x: number, y: number] {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}
