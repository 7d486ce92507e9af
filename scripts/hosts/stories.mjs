// The scenarios that are played in the apps, step by step.
import { exchanges, signIn } from "./visit.mjs";

/**
 * @typedef {import("./visit.mjs").Visit} Visit
 * @typedef {"works" | "heals" | "sends once" | "parts accounts" | "fetches segments"} Step
 * @typedef {(step: Step) => void} Done
 * @typedef {(name: string) => Promise<void>} Picture
 * @typedef {(page: import("playwright").Page) => import("playwright").Locator} Locate
 * @typedef {object} Words What a person presses and reads.
 * @property {Locate} [enter] What a new visitor presses first.
 * @property {Locate} night
 * @property {Locate} reload
 * @property {Locate} go Opens the page that is read by `there`.
 * @property {string} there
 * @property {Locate} back
 * @property {Locate} add
 * @property {Locate} submit
 * @property {"umi"} [shape] How the app's back end wraps failures.
 * @property {boolean} [reloads] The page is loaded anew when another account signs in.
 * @property {boolean} [asksAgain] Readings fail at once, for the data layer to ask again.
 */

/**
 * Loses the sign-in while friends are read again.
 * @param {Visit} visit
 * @param {Done} done
 * @param {{ reload?: string, isUmi?: boolean, fromServer?: string }} words
 */
export async function readAgain({ page, sandbox }, done, { reload, isUmi, fromServer }) {
  const friend = page.locator("li").first();
  await friend.waitFor();
  if (fromServer !== undefined) await page.locator(fromServer).waitFor();
  done("works");
  const name = await friend.innerText();
  if (isUmi) sandbox.order({ path: "/app/api/friends", code: -21, shape: "umi", times: 1 });
  else sandbox.revoke();
  await page.getByRole("button", { name: reload ?? "" }).click();
  await signIn(page);
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.locator("[data-part=notice][data-category=reauth]").waitFor({ state: "detached" });
  await page.getByText(name, { exact: true }).first().waitFor();
  if (exchanges(sandbox) !== 1) throw new Error(`${exchanges(sandbox)} exchanges`);
  done("heals");
}

/**
 * Gets a rate limit, then loses the sign-in three times: while a page is opened, while a change is sent, and to another account.
 * @param {Visit} visit
 * @param {Done} done
 * @param {Picture} picture
 * @param {Words} words
 */
export async function wholeStory({ page, sandbox }, done, picture, words) {
  const prompt = page.getByRole("dialog").filter({ has: page.locator("[data-part=cancel]") });
  const notice = page.locator("[data-part=notice][data-category=reauth]");
  const text = (/** @type {string} */ name) => page.getByText(name, { exact: true }).first();
  // another code each time: the same one soon after a sign-in is a loop
  const lose = (/** @type {"GET" | "POST"} */ method, /** @type {number} */ code) =>
    words.shape === undefined
      ? sandbox.revoke(code)
      : sandbox.order({ path: "/app/api/", method, code, shape: words.shape });
  const send = async (/** @type {string} */ name) => {
    await words.add(page).click();
    await page.getByRole("textbox").fill(name);
    await words.submit(page).click();
    await prompt.waitFor();
  };
  await text("李雷").waitFor();
  await picture("page");
  done("works");

  sandbox.order({ path: "/app/api/friends", code: -6, retryAfter: 600, ...(words.shape && { shape: words.shape }) });
  await words.reload(page).click();
  await page.locator("[data-part=notice][data-category=rateLimit]").waitFor();
  await picture("notice");

  lose("GET", -73);
  await words.go(page).click();
  await prompt.waitFor();
  await picture("prompt");
  if (words.asksAgain) {
    await prompt.locator("[data-part=cancel]").click();
    await notice.waitFor();
    await picture("dismissed");
    await signIn(page, "Sign in", notice.locator("[data-action=reauthorize]"));
  } else await signIn(page);
  await text(words.there).waitFor();
  await notice.waitFor({ state: "detached" });
  if (exchanges(sandbox) !== 1) throw new Error(`${exchanges(sandbox)} exchanges`);
  done("heals");

  await words.back(page).click();
  await text("李雷").waitFor();
  lose("POST", 100016);
  await send("王小波");
  await picture("held");
  await signIn(page);
  await prompt.locator("[data-part=done]").waitFor();
  await picture("question");
  await prompt.locator("[data-part=done]").click();
  await text("王小波").waitFor();
  if (sandbox.executions() !== 1) throw new Error(`sent ${sandbox.executions()} times`);
  done("sends once");

  lose("POST", -21);
  await send("李银河");
  await signIn(page, "Use another account");
  if (!words.reloads) {
    await picture("other-account");
    await prompt.locator("[data-part=cancel]").click();
  }
  await text("Grace").waitFor();
  for (const name of ["李雷", "王小波", "李银河"])
    if (await text(name).isVisible()) throw new Error(`${name} is still there`);
  if (sandbox.executions() !== 1) throw new Error("one account's change was sent as another's");
  done("parts accounts");
}

/**
 * Loses the sign-in in a server component, whose error a framework's boundary catches: in production it has its digest alone.
 * @param {Visit} visit
 * @param {Done} done
 * @param {Picture} picture
 * @param {{ go: Locate, there: string }} words
 */
export async function segmentAgain({ page, sandbox }, done, picture, { go, there }) {
  const notice = page.locator("[data-part=notice][data-category=reauth]", { hasText: "100014" });
  await page.getByText("李雷", { exact: true }).waitFor();
  sandbox.revoke(100014);
  await go(page).click();
  await notice.waitFor();
  await picture("segment");
  await signIn(page, "Sign in", notice.locator("[data-action=reauthorize]"));
  await page.getByText(there, { exact: true }).waitFor();
  await notice.waitFor({ state: "detached" });
  if (exchanges(sandbox) !== 1) throw new Error(`${exchanges(sandbox)} exchanges`);
  done("fetches segments");
}
