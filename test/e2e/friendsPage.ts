import { expect, type APIRequestContext, type Locator, type Page } from "@playwright/test";

const sandbox = "http://localhost:6007";

/** The app of the first page with a sandbox tenant of its own. */
export interface FriendsPage {
  readonly page: Page;
  readonly prompt: Locator;
  /** Every request that left for another machine. */
  readonly strays: readonly string[];
  /** Orders what the servers do next. */
  command(name: string, body?: object): Promise<void>;
  /** How often a path was called, and how many changes were carried out. */
  log(): Promise<{
    readonly calls: readonly { readonly method: string; readonly path: string }[];
    readonly executions: number;
  }>;
  /** Revokes the session, then lets two queries and a mutation fail together. */
  failAll(): Promise<void>;
  /** Presses the prompt's button and gives the sign-in window. */
  openSignIn(name?: RegExp): Promise<Page>;
}

/** Opens the app, signed in as the first account. */
export async function openFriends(
  page: Page,
  request: APIRequestContext,
  story: "friends" | "friends-by-redirect" = "friends",
): Promise<FriendsPage> {
  const world = `e2e-${crypto.randomUUID()}`;
  const strays: string[] = [];
  page.context().on("request", (sent) => {
    if (!/^(?:data|blob):|^https?:\/\/localhost:/.test(sent.url())) strays.push(sent.url());
  });
  const prompt = page.getByRole("dialog");
  const command = async (name: string, data: object = {}): Promise<void> => {
    const answer = await request.post(`${sandbox}/w/${world}/sandbox/${name}`, { data });
    expect(answer.ok()).toBe(true);
  };
  await page.goto(`/iframe.html?id=recipes-friends--${story}&viewMode=story&globals=locale:en&world=${world}`);
  await page.getByRole("heading", { name: "Friends of 小明" }).waitFor();
  await page.getByText("李雷").waitFor();
  return {
    page,
    prompt,
    strays,
    command,
    async log() {
      const answer = await request.get(`${sandbox}/w/${world}/app/api/log`);
      return (await answer.json()) as Awaited<ReturnType<FriendsPage["log"]>>;
    },
    async failAll() {
      await command("revoke");
      await holdCalls(page, 3);
      await page.getByLabel("New friend").fill("Zoe");
      await page.getByRole("button", { name: "Reload" }).click();
      await page.getByRole("button", { name: "Add" }).click();
      await prompt.getByText("3 items affected").waitFor();
    },
    async openSignIn(name = /Sign in again/) {
      const [popup] = await Promise.all([page.waitForEvent("popup"), prompt.getByRole("button", { name }).click()]);
      await popup.getByRole("heading", { name: "QQ (sandbox)" }).waitFor();
      return popup;
    },
  };
}

/** Lets the app's calls go only when so many are under way, so that none fails before the last was made. */
async function holdCalls(page: Page, count: number): Promise<void> {
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (open = resolve));
  let waiting = 0;
  await page.route("**/app/api/**", async (route) => {
    waiting += 1;
    if (waiting >= count) open();
    await gate;
    await route.continue();
  });
}
