import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { handleCallback } from "../../src/callback.js";
import { createTencentErrorClient, type TencentErrorClient } from "../../src/core.js";
import { popupReauth } from "../../src/flows/popupReauth.js";
import { ReauthPrompt, TencentErrorProvider } from "../../src/index.js";
import en from "../../src/locales/en.js";
import { outcomesOf, type Outcomes } from "../client/outcomesOf.js";
import { windowLike } from "../flows/windowLike.js";

const home = location.href;
const closes = vi.fn();
const opened: string[] = [];

beforeEach(() => {
  opened.length = 0;
  closes.mockClear();
  vi.spyOn(window, "close").mockImplementation(() => undefined);
  vi.spyOn(window, "open").mockImplementation(() => {
    const location = { replace: (address: string) => void opened.push(address) };
    return windowLike({ closed: false, opener: null, close: closes, focus: () => undefined, location });
  });
});

afterEach(() => {
  document.querySelectorAll(".te-callback").forEach((main) => main.remove());
  history.replaceState(null, "", home);
  vi.restoreAllMocks();
});

const button = (name: string) => page.getByRole("button", { name });

interface Played {
  readonly client: TencentErrorClient;
  readonly change: Outcomes;
}

/** A change is held, the person presses the button, and a window opens. */
async function signingIn(): Promise<Played> {
  let session = false;
  const client = createTencentErrorClient({
    reauth: popupReauth({
      clientId: "1",
      redirectUri: "/back.html",
      exchange: () => {
        session = true;
        return Promise.resolve({ accountId: "ann" });
      },
    }),
    accountId: () => "ann",
  });
  await render(
    <TencentErrorProvider client={client} locale={en}>
      <ReauthPrompt />
    </TencentErrorProvider>,
  );
  const save = client.guard(() => Promise.resolve(client.unwrap<unknown>({ ret: session ? 0 : -21 })), {
    replay: "auto",
  });
  const change = outcomesOf([save()]);
  await button("Sign in again with QQ").click();
  return { client, change };
}

const stateOf = (at: number): string => new URL(opened[at] ?? "https://none.test").searchParams.get("state") ?? "";

/** What the return page does in the window. */
function comeBack(query: string): void {
  document.querySelector(".te-callback")?.remove();
  history.replaceState(null, "", `/back.html${query}`);
  handleCallback({ locale: en });
  document.querySelector(".te-callback")?.remove();
  history.replaceState(null, "", home);
}

test("field F31: a person whose window came back without its state starts again, and is not asked for their word", async () => {
  const { client, change } = await signingIn();
  comeBack("?code=C");
  await expect.element(page.getByRole("heading", { name: "Signing in didn't finish" })).toBeVisible();
  expect(page.getByRole("button", { name: "I have signed in" }).elements()).toEqual([]);
  await expect.element(button("Cancel")).toBeVisible();
  expect(client.reauth.getSnapshot()).toMatchObject({ status: "waiting", lostState: true });
  await button("Try again").click();
  expect([opened.length, closes.mock.calls.length]).toEqual([2, 1]);
  expect(client.reauth.getSnapshot()).toMatchObject({ status: "waiting", lostState: false });
  comeBack(`?code=C&state=${stateOf(1)}`);
  await expect.poll(() => client.reauth.getSnapshot().status).toBe("succeeded");
  await expect.poll(() => change.resolved.length).toBe(1);
});

test("a return page that another site opened doesn't affect the sign-in under way", async () => {
  const { client, change } = await signingIn();
  comeBack("?code=FORGED");
  await expect.element(button("Try again")).toBeVisible();
  comeBack(`?code=C&state=${stateOf(0)}`);
  await expect.poll(() => client.reauth.getSnapshot().status).toBe("succeeded");
  await expect.poll(() => change.resolved.length).toBe(1);
  expect(opened).toHaveLength(1);
});
