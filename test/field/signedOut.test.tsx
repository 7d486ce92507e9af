import { onTestFinished, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { createTencentErrorClient, type TencentErrorClient } from "../../src/core.js";
import { ReauthPrompt, TencentErrorProvider } from "../../src/index.js";
import en from "../../src/locales/en.js";
import { fakeReauth } from "../../src/testing/fakeReauth.js";

interface Page {
  readonly client: TencentErrorClient;
  forget(): void;
}

/** An app that logs out by a request, forgets who was there, and goes to its login page. */
async function app(): Promise<Page> {
  let who: string | undefined = "ann";
  const client = createTencentErrorClient({ reauth: fakeReauth(), accountId: () => who });
  const home = location.href;
  onTestFinished(() => history.replaceState(null, "", home));
  const forget = (): void => {
    who = undefined;
  };
  const logOut = async (): Promise<void> => {
    await Promise.resolve();
    forget();
    history.pushState(null, "", "/login");
  };
  await render(
    <TencentErrorProvider client={client} locale={en}>
      <button type="button" onClick={() => void logOut()}>
        Log out
      </button>
      <ReauthPrompt variant="banner" />
    </TencentErrorProvider>,
  );
  return { client, forget };
}

const banner = page.getByRole("region", { name: /QQ/ });
const fail = (client: TencentErrorClient): void => client.reauth.require(client.diagnose({ ret: -21, msg: "revoked" }));

test("the prompt goes with a person who logs out, and asks the next one again", async () => {
  const { client } = await app();
  fail(client);
  await expect.element(banner).toBeVisible();
  await userEvent.click(page.getByRole("button", { name: "Log out" }));
  await expect.element(banner).not.toBeInTheDocument();
  expect(client.reauth.getSnapshot().status).toBe("idle");
  fail(client);
  await expect.element(banner).toBeVisible();
});

test("it stays where an app forgets who was there as the session ends", async () => {
  const { client, forget } = await app();
  fail(client);
  forget();
  await expect.element(banner).toBeVisible();
  await userEvent.click(page.getByRole("heading"));
  history.pushState(null, "", "/elsewhere");
  await userEvent.keyboard("{Escape}");
  await expect.element(banner).toBeVisible();
});

test("it stays where an app forgets who was there as a further call fails", async () => {
  const { client, forget } = await app();
  fail(client);
  await expect.element(banner).toBeVisible();
  await userEvent.click(page.getByRole("heading"));
  fail(client);
  forget();
  await userEvent.keyboard("{Escape}");
  await userEvent.click(document.body);
  await expect.element(banner).toBeVisible();
});

test("its own button is pressed by who wants to sign in, whatever the app has forgotten", async () => {
  const { client, forget } = await app();
  fail(client);
  await expect.element(banner).toBeVisible();
  await userEvent.click(document.body);
  forget();
  await userEvent.click(banner.getByRole("button", { name: /Sign in/ }));
  expect(client.reauth.getSnapshot().status).toBe("opening");
});

test("a change that waits is not dropped by it, but by the app's word", async () => {
  const { client } = await app();
  const save = client.guard(() => Promise.reject(Object.assign(new Error("no"), { ret: -21, msg: "revoked" })));
  const saved = save().catch((error: unknown) => client.diagnose(error).category);
  await expect.element(page.getByText("1 change waits to be sent")).toBeVisible();
  await userEvent.click(page.getByRole("button", { name: "Log out" }));
  await userEvent.keyboard("{Escape}");
  await expect.element(banner).toBeVisible();
  client.reauth.cancel();
  await expect.element(banner).not.toBeInTheDocument();
  expect(await saved).toBe("cancelled");
});
