import { useState, type ReactElement } from "react";
import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { loginPage } from "../../docs/recipes/loginPage.js";
import { createTencentErrorClient } from "../../src/core.js";
import { ErrorNotice, ReauthPrompt, TencentErrorProvider } from "../../src/index.js";
import en from "../../src/locales/en.js";

/** An app whose `/login` is a route of its own, with the prompt on every other page. */
async function app(): Promise<{ sent(): number }> {
  let isSignedIn = false;
  let sent = 0;
  let go: (path: string) => void = () => undefined;
  const client = createTencentErrorClient({ reauth: loginPage("Shop", () => go("/login")), accountId: () => "ann" });
  const save = client.guard(async () => {
    await Promise.resolve();
    if (!isSignedIn) throw Object.assign(new Error("no"), { ret: -21, msg: "revoked" });
    sent += 1;
  });
  const logIn = (): void => {
    isSignedIn = true;
    client.reauth.renewed("ann");
    go("/");
  };

  function App(): ReactElement {
    const [path, setPath] = useState("/");
    const [error, setError] = useState<unknown>(null);
    go = setPath;
    if (path === "/login")
      return (
        <>
          <button type="button" onClick={logIn}>
            Log in
          </button>
          <button type="button" onClick={() => go("/")}>
            Back
          </button>
        </>
      );
    return (
      <>
        <button type="button" onClick={() => void save().catch(setError)}>
          Save
        </button>
        <ErrorNotice error={error} />
        <ReauthPrompt />
      </>
    );
  }

  await render(
    <TencentErrorProvider client={client} locale={en}>
      <App />
    </TencentErrorProvider>,
  );
  return { sent: () => sent };
}

test("a change waits for the app's own sign-in page, and no dialog stands over that", async () => {
  const { sent } = await app();
  await userEvent.click(page.getByRole("button", { name: "Save" }));
  await userEvent.click(page.getByRole("dialog").getByRole("button", { name: /Sign in/ }));
  await expect.element(page.getByRole("button", { name: "Log in" })).toBeVisible();
  await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
  await userEvent.click(page.getByRole("button", { name: "Log in" }));
  await userEvent.click(page.getByRole("button", { name: "Send" }));
  await expect.poll(sent).toBe(1);
});

test("who comes back without having signed in is led there again, and may cancel", async () => {
  const { sent } = await app();
  await userEvent.click(page.getByRole("button", { name: "Save" }));
  await userEvent.click(page.getByRole("dialog").getByRole("button", { name: /Sign in/ }));
  await userEvent.click(page.getByRole("button", { name: "Back" }));
  await userEvent.click(page.getByRole("dialog").getByRole("button", { name: "Show the Shop window" }));
  await userEvent.click(page.getByRole("button", { name: "Back" }));
  await userEvent.click(page.getByRole("dialog").getByRole("button", { name: "Cancel" }));
  await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
  expect(sent()).toBe(0);
});
