// A browser with one app in it, and the sign-in that every scenario plays.

/**
 * @typedef {import("playwright").Page} Page
 * @typedef {Awaited<ReturnType<typeof import("./servers.mjs").startSandbox>>} Sandbox
 * @typedef {{ readonly page: Page, readonly sandbox: Sandbox, readonly hear: (text: string) => void }} Visit
 */

/**
 * Opens the app in a browser of its own and plays a scenario. Collects console messages, and the step that failed.
 * @param {import("playwright").Browser} browser
 * @param {string} origin
 * @param {Sandbox} sandbox
 * @param {(visit: Visit) => Promise<void>} story
 */
export async function visit(browser, origin, sandbox, story) {
  const context = await browser.newContext({ viewport: { width: 1100, height: 720 } });
  /** @type {string[]} */
  const console = [];
  /** @type {string[]} */
  const hydration = [];
  const hear = (/** @type {string} */ text) => {
    (/hydrat|#4(18|2[235])/i.test(text) ? hydration : console).push(text);
  };
  const listen = (/** @type {Page} */ seen) => {
    seen.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) hear(message.text());
    });
    seen.on("pageerror", (error) => hear(String(error)));
  };
  context.on("page", listen);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  try {
    await page.goto(origin);
    await story({ page, sandbox, hear });
  } catch (error) {
    hear(String(error));
  }
  await context.close();
  return { console, hydration };
}

/**
 * Signs in by one of the buttons of QQ's page, which the prompt opens, or a notice.
 * @param {Page} page
 * @param {string} [button]
 * @param {import("playwright").Locator} [start]
 */
export async function signIn(page, button = "Sign in", start = page.getByRole("dialog").locator("[data-part=start]")) {
  const [popup] = await Promise.all([page.context().waitForEvent("page"), start.click()]);
  await Promise.all([popup.waitForEvent("close"), popup.getByRole("button", { name: button, exact: true }).click()]);
}

/** How many codes became sessions. @param {Sandbox} sandbox */
export function exchanges(sandbox) {
  return sandbox.calls().filter(({ path }) => path === "/app/session/qq").length;
}
