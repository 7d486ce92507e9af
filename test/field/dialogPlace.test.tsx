import { App, ConfigProvider, theme } from "antd";
import { useState, type ReactElement, type ReactNode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { createTencentErrorClient, type TencentErrorClient } from "../../src/core.js";
import { ErrorNotice, ReauthPrompt, TencentErrorProvider } from "../../src/index.js";
import en from "../../src/locales/en.js";
import antdBridge from "../../src/styles/bridges/antd.css?inline";
import sheet from "../../src/styles/styles.css?inline";
import { fakeReauth } from "../../src/testing/fakeReauth.js";

const dialog = (): HTMLDialogElement => {
  const found = document.querySelector("dialog");
  if (found === null) throw new Error("There is no dialog.");
  return found;
};

/** Opens the prompt where `around` puts it. */
async function ask(around: (prompt: ReactElement) => ReactNode, before?: () => void): Promise<TencentErrorClient> {
  const client = createTencentErrorClient({ reauth: fakeReauth() });
  await render(
    <TencentErrorProvider client={client} locale={en}>
      <style>{sheet + antdBridge}</style>
      <button type="button">Before</button>
      {around(<ReauthPrompt />)}
    </TencentErrorProvider>,
  );
  before?.();
  client.reauth.require(client.diagnose({ ret: -23, msg: "m" }));
  await expect.element(page.getByRole("dialog")).toBeVisible();
  return client;
}

/** Its button is topmost, and in the middle of the screen. */
function isOnTop(): boolean {
  const button = page.getByRole("button", { name: "Sign in again with QQ" }).element();
  const { x, y, width, height } = button.getBoundingClientRect();
  return document.elementFromPoint(x + width / 2, y + height / 2) === button;
}

function middle(): readonly [number, number] {
  const { left, right, top, bottom } = dialog().getBoundingClientRect();
  return [Math.abs(left - (innerWidth - right)), Math.abs(top - (innerHeight - bottom))];
}

// a phone has its dialogs at the lower edge
beforeEach(() => page.viewport(800, 600));
afterEach(async () => {
  vi.restoreAllMocks();
  await page.viewport(414, 896);
});

test.each<readonly [string, (prompt: ReactElement) => ReactNode]>([
  [
    "a scrolled box that hides what is too long",
    (prompt) => <div style={{ overflow: "hidden", height: 10 }}>{prompt}</div>,
  ],
  [
    "a box that is moved and turned",
    (prompt) => <div style={{ transform: "translate(50px) rotate(5deg)" }}>{prompt}</div>,
  ],
  ["a box that is half seen", (prompt) => <div style={{ opacity: 0.1, filter: "blur(2px)" }}>{prompt}</div>],
  [
    "a box that is not to be seen",
    (prompt) => <div style={{ visibility: "hidden", whiteSpace: "nowrap" }}>{prompt}</div>,
  ],
  [
    "a box below another one",
    (prompt) => <div style={{ position: "relative", zIndex: -1, contain: "paint" }}>{prompt}</div>,
  ],
  // React 18 does not know the attribute
  ["a box that takes no part", (prompt) => <div ref={(box) => box?.setAttribute("inert", "")}>{prompt}</div>],
  [
    "a stack that spaces its children",
    (prompt) => (
      <div className="stack">
        <style>{".stack > * + *:not([hidden]) { margin-block: 40px 0 }"}</style>
        <p>One</p>
        {prompt}
      </div>
    ),
  ],
])("in %s it is on top, in the middle, and can be used", async (_where, around) => {
  await ask(around);
  expect(dialog().matches(":modal")).toBe(true);
  expect(isOnTop()).toBe(true);
  const [across, down] = middle();
  expect([across < 2, down < 2]).toEqual([true, true]);
  expect(getComputedStyle(dialog()).whiteSpace).toBe("normal");
  await userEvent.keyboard("{Escape}");
  await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
});

test("in a hidden tab panel it moves to the body, since an invisible modal would block the page", async () => {
  await ask((prompt) => <div hidden>{prompt}</div>);
  expect(dialog().parentElement).toBe(document.querySelector("body"));
  expect(isOnTop()).toBe(true);
});

test("a tab panel that is hidden while it is open doesn't hide it", async () => {
  await ask((prompt) => <div id="tab">{prompt}</div>);
  document.getElementById("tab")?.setAttribute("hidden", "");
  await expect.poll(() => dialog().getClientRects().length).toBe(1);
  expect(dialog().matches(":modal")).toBe(true);
});

test("around it, aria-hidden is taken back as long as it is open, whatever sets it", async () => {
  const root = (): Element | null => document.getElementById("root");
  const client = await ask(
    (prompt) => <div id="root">{prompt}</div>,
    () => root()?.setAttribute("aria-hidden", "true"),
  );
  expect(root()?.ariaHidden).toBe("false");
  root()?.setAttribute("aria-hidden", "true");
  await expect.poll(() => root()?.ariaHidden).toBe("false");
  client.reauth.cancel();
  await expect.poll(() => root()?.ariaHidden).toBe("true");
});

test("it takes the theme, the language's direction and the variables of where it stands, by night as well", async () => {
  await ask((prompt) => (
    <ConfigProvider theme={{ algorithm: theme.darkAlgorithm }}>
      <App>{prompt}</App>
    </ConfigProvider>
  ));
  const style = getComputedStyle(dialog());
  expect(style.getPropertyValue("--te-color-bg")).not.toBe("");
  expect(style.getPropertyValue("--te-color-bg")).toBe(style.getPropertyValue("--ant-color-bg-elevated"));
  const [red = 255] = (style.backgroundColor.match(/\d+/g) ?? []).map(Number);
  expect(red).toBeLessThan(80);
});

test("inside a form, a link and a label it submits, follows and ticks nothing", async () => {
  const [onSubmit, onClick, onKey] = [
    vi.fn((event: { preventDefault(): void }) => event.preventDefault()),
    vi.fn(),
    vi.fn(),
  ];
  const client = await ask((prompt) => (
    <form onSubmit={onSubmit} onClick={onClick} onKeyDown={onKey}>
      <input type="checkbox" id="tick" />
      <label htmlFor="tick">
        <a href="#followed">{prompt}</a>
      </label>
      <button type="submit">Send</button>
    </form>
  ));
  await page.getByRole("heading", { name: en.words.prompt.required.title }).click();
  await page.getByText(en.words.prompt.required.description).click();
  await page.getByRole("button", { name: "Sign in again with QQ" }).click();
  await expect.poll(() => client.reauth.getSnapshot().status).toBe("opening");
  await userEvent.keyboard("{Enter}");
  expect([onSubmit, onClick, onKey].map(({ mock }) => mock.calls.length)).toEqual([0, 0, 0]);
  expect(location.hash).toBe("");
  expect(document.querySelector<HTMLInputElement>("#tick")?.checked).toBe(false);
});

test("a ticket that a notice opens in an app's form is no part of that form", async () => {
  const onSubmit = vi.fn((event: { preventDefault(): void }) => event.preventDefault());
  const client = createTencentErrorClient({
    support: { audience: "everyone", files: true, submit: () => Promise.resolve({}) },
  });
  function Page(): ReactElement {
    const [name, setName] = useState("Zoe");
    return (
      <form onSubmit={onSubmit}>
        <input aria-label="Name" required value={name} onChange={(event) => setName(event.target.value)} />
        <ErrorNotice error={{ ret: -3, msg: "m" }} />
      </form>
    );
  }
  await render(
    <TencentErrorProvider client={client} locale={en}>
      <Page />
    </TencentErrorProvider>,
  );
  await page.getByRole("button", { name: "Contact support" }).click();
  await expect.element(page.getByRole("dialog")).toBeVisible();
  expect([...dialog().querySelectorAll("input, textarea")].map((field) => (field as HTMLInputElement).form)).toEqual([
    null,
    null,
    null,
  ]);
  for (const button of dialog().querySelectorAll("button")) expect(button.type).toBe("button");
  await userEvent.fill(page.getByRole("textbox", { name: en.words.ticket.happened }), "a");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect.element(page.getByText(en.words.ticket.sent)).toBeVisible();
  expect(onSubmit).not.toHaveBeenCalled();
  await userEvent.keyboard("{Escape}");
  await expect.element(page.getByLabelText("Name")).toHaveValue("Zoe");
});

test("a form that is named body breaks nothing", async () => {
  await ask((prompt) => (
    <>
      <form {...{ name: "body" }} />
      {prompt}
    </>
  ));
  expect(document.querySelector("[data-part=live]")?.parentElement?.tagName).toBe("BODY");
  await userEvent.keyboard("{Escape}");
  await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
});
