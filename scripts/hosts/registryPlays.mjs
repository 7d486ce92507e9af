// How the apps that shadcn's command has wired are played: three notices, and a sign-in through Next's own routes.
import { hosts } from "./hosts.mjs";
import { run } from "./prepare.mjs";
import { freePort, startApp, startSandbox } from "./servers.mjs";
import { signIn } from "./visit.mjs";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** @typedef {Awaited<ReturnType<typeof startSandbox>>} Sandbox */

/** What each design system's alert is known by. */
const alerts = { shadcn: "[data-slot=alert]", antd: ".ant-alert", tdesign: ".t-alert" };

/**
 * Each notice shows a failure in its system's parts, its button signs in, and it goes when all is well.
 * @param {string} root @param {import("playwright").Browser} browser
 */
export async function playNotices(root, browser) {
  const sandbox = await startSandbox();
  change(root, "src/tencent/config.ts", "100550231", "100000001");
  change(root, "src/tencent/config.ts", '"/session/qq"', '"/app/session/qq"');
  change(root, "src/tencent/fetch.ts", ', { replay: "confirm" }', "");
  change(root, "vite.config.ts", "http://localhost:6007", sandbox.origin);
  run(root, "npm", ["run", "build"]);
  const app = await startApp(root, hosts["vite-react-19"]?.start ?? (() => []), {});
  /** @type {Record<string, Record<string, string>>} */
  const table = {};
  try {
    for (const [name, alert] of Object.entries(alerts))
      table[`notice-${name}`] = await playNotice(`${app.origin}/#${name}`, alert, sandbox, browser);
  } finally {
    app.close();
    sandbox.close();
  }
  return table;
}

/** @param {string} address @param {string} alert @param {Sandbox} sandbox @param {import("playwright").Browser} browser */
async function playNotice(address, alert, sandbox, browser) {
  sandbox.reset();
  const { page, close, said } = await open(browser, sandbox);
  const friend = page.getByText("李雷", { exact: true });
  const reload = page.getByRole("button", { name: "Reload" });
  try {
    await page.context().request.post(`${new URL(address).origin}/app/session/demo`, { data: {} });
    await page.goto(address);
    await friend.waitFor();
    sandbox.order({ path: "/app/api/friends", code: -3 });
    await reload.click();
    await page.locator(alert).waitFor();
    await reload.click();
    await page.locator(alert).waitFor({ state: "detached" });
    sandbox.revoke();
    await reload.click();
    await page.getByRole("dialog").getByRole("button").first().click();
    await signIn(page, "Sign in", page.locator(alert).getByRole("button").first());
    await page.locator(alert).waitFor({ state: "detached" });
    await friend.waitFor();
  } finally {
    await close();
  }
  return { added: "yes", "shows a failure": "yes", heals: "yes", "no console error": said.length === 0 ? "yes" : "NO" };
}

/**
 * A sign-in through the routes of `exchange-next`: the state is bound to the browser by a cookie, which is gone afterwards.
 * @param {string} root @param {import("playwright").Browser} browser
 */
export async function playExchange(root, browser) {
  const sandbox = await startSandbox();
  const port = await freePort();
  const own = { QQ_APP_KEY: "sandbox-appkey", APP_ORIGIN: `http://localhost:${port}`, QQ_PROVIDER: sandbox.origin };
  change(root, "tencent/config.ts", "100550231", "100000001");
  change(root, "tencent/config.ts", "string | undefined = undefined", 'string | undefined = "/session/qq/start"');
  change(root, "tencent/fetch.ts", ', { replay: "confirm" }', "");
  run(root, "npm", ["run", "build"], { NEXT_TELEMETRY_DISABLED: "1" });
  const app = await startApp(root, () => hosts["next-rsc"]?.start(port) ?? [], own, port);
  const { page, close, said } = await open(browser, sandbox);
  const cookies = async () => (await page.context().cookies()).map(({ name }) => name.replace(/te-.*/, "te-"));
  try {
    await page.goto(app.origin);
    const start = page.getByRole("dialog").locator("[data-part=start]");
    const [popup] = await Promise.all([page.context().waitForEvent("page"), start.click()]);
    const allow = popup.getByRole("button", { name: "Sign in", exact: true });
    await allow.waitFor();
    if (!(await cookies()).includes("__Host-te-")) throw new Error("The state is not bound to the browser.");
    await Promise.all([popup.waitForEvent("close"), allow.click()]);
    await page.getByText("李雷", { exact: true }).waitFor();
    if ((await cookies()).join() !== "__Host-session") throw new Error((await cookies()).join());
    const forged = { data: { code: "c", state: "s".repeat(43) }, headers: { origin: app.origin } };
    const refused = await page.context().request.post(`${app.origin}/session/qq`, forged);
    if (refused.status() !== 400) throw new Error(`A state of another browser: ${refused.status()}`);
  } finally {
    await close();
    app.close();
    sandbox.close();
  }
  const row = {
    added: "yes",
    heals: "yes",
    "state cookie": "yes",
    "no console error": said.length === 0 ? "yes" : "NO",
  };
  return { "exchange-next": row };
}

/** A browser in which the sandbox plays QQ's own page. @param {import("playwright").Browser} browser @param {Sandbox} sandbox */
async function open(browser, sandbox) {
  const context = await browser.newContext();
  await context.route("https://graph.qq.com/**", (route) => {
    const { pathname, search } = new URL(route.request().url());
    return route.fulfill({ status: 302, headers: { location: `${sandbox.origin}${pathname}${search}` } });
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  /** @type {string[]} */
  const said = [];
  page.on("pageerror", (error) => void said.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") said.push(message.text());
  });
  const close = async () => {
    for (const line of said) console.error(line);
    await context.close();
  };
  return { page, said, close };
}

/** What the words of the items ask for. @param {string} root @param {string} path @param {string} from @param {string} to */
function change(root, path, from, to) {
  const text = readFileSync(join(root, path), "utf8");
  if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
  writeFileSync(join(root, path), text.replace(from, to));
}
