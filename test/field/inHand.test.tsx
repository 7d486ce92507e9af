import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { type ReactElement, type ReactNode, useEffect, useRef, useState } from "react";
import { expect, test } from "vitest";
import { cdp, page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { createTencentErrorClient } from "../../src/core.js";
import { createTencentFetch } from "../../src/fetch.js";
import { ErrorNotice, ReauthPrompt, TencentErrorProvider } from "../../src/index.js";
import en from "../../src/locales/en.js";
import { attachTencentErrors, tencentQueryDefaults } from "../../src/query.js";
import { fakeReauth } from "../../src/testing/fakeReauth.js";

const dialog = (): Element | null => document.querySelector("dialog[open]");
const banner = (): Element | null => document.querySelector("[data-part=prompt][data-variant=banner]");
const isAsked = (): boolean => (dialog() ?? banner()) !== null;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

interface Page {
  /** A change that the page makes by itself, such as a heartbeat. It fails for want of a sign-in. */
  save(text?: string): void;
  read(): Promise<unknown>;
  show(children: ReactNode): Promise<unknown>;
}

/** An app whose session has ended; its server answers after `latencyMs`. */
function open({ latencyMs = 0, me }: { latencyMs?: number; me?: (() => string | undefined) | undefined } = {}): Page {
  const client = createTencentErrorClient({ reauth: fakeReauth(), accountId: me });
  const tencentFetch = createTencentFetch(client, async () => {
    await pause(latencyMs);
    return Response.json({ ret: -73, msg: "the password of this QQ number was changed" });
  });
  const queryClient = new QueryClient({ defaultOptions: { queries: tencentQueryDefaults(client) } });
  attachTencentErrors(queryClient, client);
  return {
    save: (body = "") => void tencentFetch("/api/note", { method: "PUT", body }).catch(() => undefined),
    read: () => tencentFetch("/api/me"),
    show: (children) =>
      render(
        <QueryClientProvider client={queryClient}>
          <TencentErrorProvider client={client} locale={en}>
            {children}
            <ReauthPrompt />
          </TencentErrorProvider>
        </QueryClientProvider>,
      ),
  };
}

async function typeSlowly(text: string): Promise<void> {
  for (const key of text) {
    await userEvent.keyboard(key);
    await pause(20);
  }
}

async function expectBanner(): Promise<void> {
  await expect.poll(isAsked).toBe(true);
  await pause(50);
  expect(dialog()).toBeNull();
}

/** Saves 100 ms after the last key, as notes do. */
function useAutosave(save: (text: string) => void): (text: string) => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  return (text) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(save, 100, text);
  };
}

test("an editor that draws by itself keeps its keys, though no `input` happens in it", { tags: ["C01"] }, async () => {
  const at = open();
  function Editor(): ReactElement {
    const ref = useRef<HTMLDivElement>(null);
    const save = useRef(useAutosave(at.save));
    useEffect(() => {
      const editor = ref.current;
      const draw = (event: InputEvent): void => {
        event.preventDefault();
        if (editor === null) return;
        editor.textContent += event.data ?? "";
        getSelection()?.selectAllChildren(editor);
        getSelection()?.collapseToEnd();
        save.current(editor.textContent);
      };
      editor?.addEventListener("beforeinput", draw);
      return () => editor?.removeEventListener("beforeinput", draw);
    }, []);
    return <div ref={ref} contentEditable suppressContentEditableWarning role="textbox" aria-label="Note" />;
  }
  await at.show(<Editor />);
  await userEvent.click(page.getByLabelText("Note"));
  await typeSlowly("Hello ");
  await expectBanner();
  await typeSlowly("world");
  expect(page.getByLabelText("Note").element().textContent).toBe("Hello world");
});

test("a code of six boxes is typed to its end", async () => {
  const at = open();
  function Code(): ReactElement {
    const [digits, setDigits] = useState(["", "", "", ""]);
    const boxes = useRef<(HTMLInputElement | null)[]>([]);
    return (
      <>
        {digits.map((digit, place) => (
          <input
            key={place}
            aria-label={`Digit ${place}`}
            ref={(box) => void (boxes.current[place] = box)}
            value={digit}
            onChange={({ target }) => {
              setDigits(digits.map((old, other) => (other === place ? target.value : old)));
              boxes.current[place + 1]?.focus();
            }}
          />
        ))}
      </>
    );
  }
  await at.show(<Code />);
  await userEvent.click(page.getByLabelText("Digit 0"));
  await typeSlowly("12");
  at.save();
  await expectBanner();
  await typeSlowly("34");
  await expect.element(page.getByLabelText("Digit 3")).toHaveValue("4");
});

test.each([
  ["a click that moves the caret", () => userEvent.dblClick(page.getByLabelText("Note"))],
  ["a selection of all", () => userEvent.keyboard("{Control>}a{/Control}")],
  ["a word of an input method that Safari has ended", enterInSafari],
])("%s is a part of writing", async (_what, act) => {
  const at = open();
  await at.show(<textarea aria-label="Note" />);
  await userEvent.click(page.getByLabelText("Note"));
  await typeSlowly("Hello wrold");
  await act();
  at.save();
  await expectBanner();
});

async function enterInSafari(): Promise<void> {
  const init = { key: "Enter", keyCode: 229, bubbles: true };
  page.getByLabelText("Note").element().dispatchEvent(new KeyboardEvent("keydown", init));
}

test("a form that saves each field as it is left lets the next one be filled in", async () => {
  const at = open({ latencyMs: 100 });
  await at.show(
    <>
      <input aria-label="First name" onBlur={({ target }) => at.save(target.value)} />
      <input aria-label="Last name" />
    </>,
  );
  await userEvent.click(page.getByLabelText("First name"));
  await userEvent.keyboard("Ada{Tab}");
  await expectBanner();
  await typeSlowly("Lovelace");
  await expect.element(page.getByLabelText("Last name")).toHaveValue("Lovelace");
});

/** Presses or lets go of the mouse in the middle of an element. */
async function mouse(type: "mousePressed" | "mouseReleased", element: Element): Promise<void> {
  const { x, y, width, height } = element.getBoundingClientRect();
  const frame = window.frameElement?.getBoundingClientRect() ?? { x: 0, y: 0 };
  const at = { x: frame.x + x + width / 2, y: frame.y + y + height / 2 };
  await cdp().send("Input.dispatchMouseEvent", { type, ...at, button: "left", clickCount: 1 });
}

test("what is dragged is not taken out of the hand", async () => {
  const at = open();
  await at.show(<p data-testid="card">A card of a board</p>);
  const card = page.getByTestId("card").element();
  await mouse("mousePressed", card);
  at.save();
  await expectBanner().finally(() => mouse("mouseReleased", card));
});

test("a list that is open stays open", async () => {
  const at = open();
  await at.show(
    <select aria-label="City">
      <option>Shenzhen</option>
      <option>Guangzhou</option>
    </select>,
  );
  await userEvent.click(page.getByLabelText("City"));
  at.save();
  await expectBanner();
  expect(document.querySelector("select:open")).not.toBeNull();
});

/** A film of one colour that never ends. */
function useFilm(): (film: HTMLVideoElement | null) => void {
  return (film) => {
    if (film === null || film.srcObject !== null) return;
    const canvas = document.createElement("canvas");
    canvas.getContext("2d")?.fillRect(0, 0, 9, 9);
    film.srcObject = canvas.captureStream(30);
    void film.play();
  };
}

test.each([
  ["a film that plays on all of the screen is a banner behind it", true],
  ["a film that rests there opens the dialog", false],
])("%s", async (_what, isPlaying) => {
  const at = open();
  function Player(): ReactElement {
    const film = useFilm();
    return (
      <div id="player">
        <video
          ref={film}
          muted
          onClick={({ currentTarget }) => void currentTarget.parentElement?.requestFullscreen()}
        />
      </div>
    );
  }
  await at.show(<Player />);
  const film = document.querySelector("video");
  await expect.poll(() => film?.paused).toBe(false);
  await userEvent.click(film as Element);
  await expect.poll(() => document.fullscreenElement).not.toBeNull();
  if (!isPlaying) film?.pause();
  at.save();
  await expect.poll(isAsked).toBe(true);
  await expect.poll(() => dialog() === null).toBe(isPlaying);
  await document.exitFullscreen();
});

test("a banner whose button is pressed opens the dialog that waits", async () => {
  const at = open();
  await at.show(<textarea aria-label="Note" />);
  await userEvent.click(page.getByLabelText("Note"));
  await typeSlowly("Hello");
  at.save();
  await expectBanner();
  await userEvent.click(banner()?.querySelector("[data-part=start]") as Element);
  await expect.poll(dialog).not.toBeNull();
});

/** A public page that asks who is there, and has a button for those who are. */
function Visit({ at }: { readonly at: Page }): ReactElement {
  const me = useQuery({ queryKey: ["me"], queryFn: at.read });
  return (
    <>
      <ErrorNotice error={me} />
      <button type="button" onClick={() => at.save()}>
        Follow
      </button>
    </>
  );
}

test("a visitor of whom the app knows no account is met by no dialog, but by one for what they do", async () => {
  const at = open({ me: () => undefined });
  await at.show(<Visit at={at} />);
  await expectBanner();
  await userEvent.click(page.getByRole("button", { name: "Follow" }));
  await expect.poll(dialog).not.toBeNull();
});

test("who was signed in is told at the first load", async () => {
  const at = open({ me: () => "ann" });
  await at.show(<Visit at={at} />);
  await expect.poll(dialog).not.toBeNull();
});
