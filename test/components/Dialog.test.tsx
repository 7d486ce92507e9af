import { lazy, StrictMode, Suspense, useEffect, useState, type LazyExoticComponent, type ReactElement } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { Dialog } from "../../src/components/dialog/Dialog.js";
import { useEscapeKey } from "../../src/react/escapeKey.js";

const dialog = (): HTMLDialogElement | null => document.querySelector("dialog");
const focused = (): string => document.activeElement?.textContent ?? "";
const opener = (): HTMLElement => page.getByRole("button", { name: "Open" }).element() as HTMLElement;

interface HostProps {
  readonly onDismiss?: () => void;
  readonly container?: HTMLElement;
}

/** A page with a button that opens the dialog. */
function Host({ onDismiss, container }: HostProps): ReactElement {
  const [isOpen, setOpen] = useState(false);
  // as the provider of a page does
  useEscapeKey();
  const dismiss = (): void => {
    onDismiss?.();
    setOpen(false);
  };
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      <Dialog isOpen={isOpen} onDismiss={dismiss} titleId="title" step="one" container={container}>
        <h2 id="title" data-part="title" tabIndex={-1}>
          Title
        </h2>
        <input aria-label="Number" form="" />
        <button type="button" onClick={dismiss}>
          Cancel
        </button>
      </Dialog>
    </>
  );
}

const opened: () => Promise<void> = async () => {
  await userEvent.click(opener());
  await expect.poll(focused).toBe("Title");
};

afterEach(() => {
  vi.restoreAllMocks();
});

test("in StrictMode it is modal, and the focus goes back to where it was", { tags: ["F29"] }, async () => {
  const onDismiss = vi.fn();
  await render(
    <StrictMode>
      <Host onDismiss={onDismiss} />
    </StrictMode>,
  );
  await opened();
  expect(dialog()?.matches(":modal")).toBe(true);
  await userEvent.keyboard("{Escape}");
  await expect.poll(focused).toBe("Open");
  expect(onDismiss).toHaveBeenCalledTimes(1);
});

test("a page that suspends is not blocked by its hidden dialog, and shows it again", async () => {
  const onDismiss = vi.fn();
  let load: (() => void) | undefined;
  const store = new EventTarget();
  function Data(): ReactElement | null {
    const [Part, setPart] = useState<LazyExoticComponent<() => null>>();
    const wait = (): Promise<{ default: () => null }> =>
      new Promise((resolve) => (load = () => resolve({ default: () => null })));
    useEffect(() => store.addEventListener("wait", () => setPart(lazy(wait))), []);
    return Part === undefined ? null : <Part />;
  }
  await render(
    <>
      <button type="button">Outside</button>
      <Suspense fallback="Loading">
        <Data />
        <Host onDismiss={onDismiss} />
      </Suspense>
    </>,
  );
  await opened();
  store.dispatchEvent(new Event("wait"));
  await expect.element(page.getByText("Loading")).toBeVisible();
  await userEvent.click(page.getByRole("button", { name: "Outside" }));
  expect(focused()).toBe("Outside");
  load?.();
  await expect.poll(() => dialog()?.matches(":modal")).toBe(true);
  await expect.poll(focused).toBe("Title");
  expect(onDismiss).not.toHaveBeenCalled();
});

test("a host around it gets no events from it", async () => {
  const host = vi.fn();
  const handlers = { onClick: host, onKeyDown: host, onSubmit: host, onChange: host, onBlur: host, onFocus: host };
  const more = { onClose: host, onCancel: host, onMouseDown: host, onPointerDown: host, onWheel: host };
  function Around(): ReactElement {
    const [isHearing, setHearing] = useState(false);
    return (
      <form onReset={() => setHearing(true)} {...(isHearing ? { ...handlers, ...more } : {})}>
        <input type="reset" value="Hear" />
        <Host />
      </form>
    );
  }
  await render(<Around />);
  await opened();
  document.querySelector("form")?.reset();
  await userEvent.click(page.getByText("Title"));
  await userEvent.click(page.getByLabelText("Number"));
  await userEvent.keyboard("12{Enter}{Tab}");
  dialog()?.dispatchEvent(new Event("cancel", { cancelable: true }));
  await expect.poll(dialog).toBeNull();
  // the focus event of the opener, which is in the host, does reach it
  expect(host.mock.calls.map(([event]: readonly { readonly type: string }[]) => event?.type)).toEqual(["focus"]);
});

test("a close by the browser itself, such as Back on a phone, dismisses it", async () => {
  const onDismiss = vi.fn();
  await render(<Host onDismiss={onDismiss} />);
  await opened();
  dialog()?.close();
  await expect.poll(() => onDismiss.mock.calls.length).toBe(1);
  await expect.poll(dialog).toBeNull();
});

test("an Escape that ends a composition closes nothing, also where only `keyCode` marks it", async () => {
  const onDismiss = vi.fn();
  const host = vi.fn();
  await render(<Host onDismiss={onDismiss} />);
  await opened();
  const input = page.getByLabelText("Number").element();
  document.addEventListener("keydown", host);
  const keys = [{ isComposing: true }, { keyCode: 229 }];
  for (const how of keys)
    input.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true, ...how }));
  document.removeEventListener("keydown", host);
  expect(onDismiss).not.toHaveBeenCalled();
  expect(host).not.toHaveBeenCalled();
});

test("Escape in a modal that opened later is left to that one", async () => {
  const onDismiss = vi.fn();
  await render(<Host onDismiss={onDismiss} />);
  await opened();
  const later = document.createElement("dialog");
  later.append(document.createElement("button"));
  document.body.append(later);
  later.showModal();
  await userEvent.keyboard("{Escape}");
  expect(later.open).toBe(false);
  expect(onDismiss).not.toHaveBeenCalled();
  later.remove();
  await userEvent.keyboard("{Escape}");
  expect(onDismiss).toHaveBeenCalledTimes(1);
});

test("a host that opens its own modal later, and hides all around it, does not hide ours", async () => {
  await render(<Host />);
  await opened();
  dialog()?.setAttribute("aria-hidden", "true");
  dialog()?.setAttribute("inert", "");
  await expect.poll(() => [dialog()?.ariaHidden, dialog()?.inert]).toEqual([null, false]);
  await userEvent.click(page.getByRole("button", { name: "Cancel" }));
  await expect.poll(dialog).toBeNull();
});

test("a platform without modal dialogs gets an open one with `aria-modal`", async () => {
  const onDismiss = vi.fn();
  vi.spyOn(HTMLDialogElement.prototype, "showModal").mockImplementation(() => {
    throw new TypeError("showModal is not a function");
  });
  await render(<Host onDismiss={onDismiss} />);
  await opened();
  expect(dialog()).toMatchObject({ open: true, role: "dialog", ariaModal: "true" });
  expect(dialog()?.matches(":modal")).toBe(false);
  await userEvent.keyboard("{Escape}");
  await expect.poll(dialog).toBeNull();
  expect(focused()).toBe("Open");
});

test(
  "where the focused element is gone, the focus goes to the notice, else to the main part",
  { tags: ["F78"] },
  async () => {
    for (const place of ["notice", "main"]) {
      const { unmount } = await render(
        <main>
          {place === "notice" ? <div data-part="notice">The notice</div> : "The page"}
          <Host />
        </main>,
      );
      await opened();
      opener().remove();
      await userEvent.click(page.getByRole("button", { name: "Cancel" }));
      await expect.poll(dialog).toBeNull();
      expect(document.activeElement?.matches(place === "notice" ? "[data-part=notice]" : "main")).toBe(true);
      (document.activeElement as HTMLElement).blur();
      expect(document.querySelector("[tabindex]")).toBeNull();
      // React must find its own nodes
      await unmount().catch(() => undefined);
    }
  },
);
