/** Sends one command of the WebDriver standard, by the name that Marionette gives it, and gives its value. */
export type Send = (command: WebDriverCommand, parameters?: Readonly<Record<string, unknown>>) => Promise<unknown>;

/** What is used of the standard. @see https://www.w3.org/TR/webdriver2/ */
export type WebDriverCommand =
  | "Navigate"
  | "GetCurrentURL"
  | "GetWindowHandle"
  | "GetWindowHandles"
  | "SwitchToWindow"
  | "SwitchToFrame"
  | "CloseWindow"
  | "FindElement"
  | "ElementClick"
  | "ExecuteScript"
  | "DeleteSession";

/** A browser under control. What is clicked is a person's click to it. */
export interface Session {
  readonly version: string;
  go(url: string): Promise<void>;
  address(): Promise<string>;
  window(): Promise<string>;
  windows(): Promise<readonly string[]>;
  enterWindow(handle: string): Promise<void>;
  /** The first frame of the page, or the page. */
  enterFrame(isInside: boolean): Promise<void>;
  closeWindow(): Promise<void>;
  /** Clicks a button by its words, once it is there. */
  press(words: string): Promise<void>;
  /** What a function's body returns in the page, as JSON. */
  read<Value>(body: string): Promise<Value>;
  end(): Promise<void>;
}

const elementKey = "element-6066-11e4-a52e-4f735466cecf";

/** A session over any transport. `close` ends what was started for it. */
export function createSession(version: string, send: Send, close: () => void): Session {
  return {
    version,
    async go(url) {
      await send("Navigate", { url });
    },
    address: async () => String(await send("GetCurrentURL")),
    window: async () => String(await send("GetWindowHandle")),
    windows: async () => (await send("GetWindowHandles")) as readonly string[],
    async enterWindow(handle) {
      await send("SwitchToWindow", { handle });
    },
    async enterFrame(isInside) {
      await send("SwitchToFrame", { id: isInside ? 0 : null });
    },
    async closeWindow() {
      await send("CloseWindow");
    },
    async press(words) {
      const value = `//button[normalize-space()="${words}"]`;
      const found = await until(() => send("FindElement", { using: "xpath", value }), `a button "${words}"`);
      await send("ElementClick", { id: Reflect.get(Object(found) as object, elementKey) });
    },
    read: async <Value>(body: string) => (await send("ExecuteScript", { script: body, args: [] })) as Value,
    async end() {
      await send("DeleteSession").catch(() => undefined);
      close();
    },
  };
}

/** Asks again until it is true, or what it throws is over. */
export async function until<Value>(
  ask: () => Promise<Value>,
  what: string,
  withinMs = 20_000,
): Promise<NonNullable<Value>> {
  const end = Date.now() + withinMs;
  for (;;) {
    const found = await ask().catch(() => undefined);
    if (found !== undefined && found !== null && found !== false) return found;
    if (Date.now() > end) throw new Error(`Not there within ${String(withinMs / 1000)} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
