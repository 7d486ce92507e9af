import type { ReactElement } from "react";
import { createRoot } from "react-dom/client";
import { expect, onTestFinished, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { createTencentErrorClient, type TencentErrorClient } from "../../src/core.js";
import { ReauthPrompt, TencentErrorProvider } from "../../src/index.js";
import en from "../../src/locales/en.js";
import { fakeReauth } from "../../src/testing/fakeReauth.js";

const dialogs = (): number => document.querySelectorAll("dialog[open]").length;

function App({ client }: { readonly client: TencentErrorClient }): ReactElement {
  return (
    <TencentErrorProvider client={client} locale={en}>
      <ReauthPrompt />
    </TencentErrorProvider>
  );
}

test("two roots of a page that share a client have a prompt each, and one dialog asks", async () => {
  const flow = fakeReauth();
  const client = createTencentErrorClient({ reauth: flow });
  await render(<App client={client} />);
  const widget = createRoot(document.body.appendChild(document.createElement("div")));
  onTestFinished(() => widget.unmount());
  widget.render(<App client={client} />);
  client.reauth.require(client.diagnose({ ret: -21, msg: "revoked" }));
  await expect.poll(dialogs).toBe(1);
  await userEvent.click(page.getByRole("button", { name: "Sign in again with QQ" }));
  expect(flow.starts).toBe(1);
  flow.end({ status: "succeeded" });
  await expect.poll(dialogs).toBe(0);
});

test("where the prompt that asks is unmounted, the other one asks", async () => {
  const client = createTencentErrorClient({ reauth: fakeReauth() });
  const apps = (isFirst: boolean): ReactElement => (
    <>
      {isFirst ? <App client={client} /> : null}
      <App client={client} />
    </>
  );
  const view = await render(apps(true));
  client.reauth.require(client.diagnose({ ret: -21, msg: "revoked" }));
  await expect.poll(dialogs).toBe(1);
  await view.rerender(apps(false));
  await expect.element(page.getByRole("dialog", { name: /QQ/ })).toBeVisible();
  expect(dialogs()).toBe(1);
});

test("a prompt in its place stands beside the dialog, as the app has put it", async () => {
  const client = createTencentErrorClient({ reauth: fakeReauth() });
  await render(
    <TencentErrorProvider client={client} locale={en}>
      <ReauthPrompt variant="inline" />
      <ReauthPrompt />
    </TencentErrorProvider>,
  );
  client.reauth.require(client.diagnose({ ret: -21, msg: "revoked" }));
  await expect.poll(dialogs).toBe(1);
  expect(document.querySelectorAll("[data-part=prompt]")).toHaveLength(2);
});
