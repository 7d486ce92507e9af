import { QueryClient, QueryClientProvider, useMutation, useQuery } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import { expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { createTencentErrorClient, type TencentErrorClient } from "../../src/core.js";
import { createTencentFetch } from "../../src/fetch.js";
import { ErrorNotice, ReauthPrompt, TencentErrorProvider, type ReauthPromptProps } from "../../src/index.js";
import en from "../../src/locales/en.js";
import { attachTencentErrors, tencentQueryDefaults } from "../../src/query.js";
import { fakeReauth } from "../../src/testing/fakeReauth.js";
import { listen } from "../components/heard.js";

const changed = { ret: -73, msg: "the password of this QQ number was changed" };
const json = (body: unknown): Response => Response.json(body);
const dialog = (): HTMLDialogElement | null => document.querySelector("dialog");
const banner = (): HTMLElement | null => document.querySelector("[data-part=prompt][data-variant=banner]");

interface App {
  readonly client: TencentErrorClient;
  readonly flow: ReturnType<typeof fakeReauth>;
  /** From now on every call fails. */
  fail(): void;
}

/** A list that is fetched every 400 ms or by a click, a form that adds a friend, and a search beside them. */
async function open(prompt: ReauthPromptProps = {}, refetchInterval: number | false = 400): Promise<App> {
  let isFailing = false;
  const send = vi.fn(() => Promise.resolve(json(isFailing ? changed : { ret: 0, list: ["Ada"] })));
  const flow = fakeReauth();
  const client = createTencentErrorClient({ reauth: flow });
  const tencentFetch = createTencentFetch(client, send);
  const queryClient = new QueryClient({ defaultOptions: { queries: tencentQueryDefaults(client) } });
  attachTencentErrors(queryClient, client);
  function Friends(): ReactElement {
    const friends = useQuery({
      queryKey: ["friends"],
      queryFn: ({ signal }) => tencentFetch<{ readonly list: readonly string[] }>("/api/friends", { signal }),
      refetchInterval,
    });
    const add = useMutation({ mutationFn: (name: string) => tencentFetch(`/api/friends/${name}`, { method: "PUT" }) });
    const [name, setName] = useState("");
    return (
      <main>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            add.mutate(name);
          }}
        >
          <input aria-label="New friend" value={name} onChange={(event) => setName(event.target.value)} />
        </form>
        <textarea aria-label="Note" />
        <button type="button" onClick={() => void friends.refetch()}>
          Refresh
        </button>
        <p>{friends.data?.list.join(", ")}</p>
        <ErrorNotice error={friends} />
      </main>
    );
  }
  await render(
    <QueryClientProvider client={queryClient}>
      <TencentErrorProvider client={client} locale={en}>
        <Friends />
        <ReauthPrompt {...prompt} />
      </TencentErrorProvider>
    </QueryClientProvider>,
  );
  await expect.element(page.getByText("Ada")).toBeVisible();
  return { client, flow, fail: () => void (isFailing = true) };
}

const text = "Zoey Maria from the fourth floor";

/** Types as a person does, a key every 40 ms, until all is typed; `meanwhile` happens after the first key. */
async function typeSlowly(label: string, meanwhile?: () => void): Promise<void> {
  await userEvent.click(page.getByLabelText(label));
  for (const [index, key] of Array.from(text).entries()) {
    await userEvent.keyboard(key);
    if (index === 0) meanwhile?.();
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

test(
  "a failing poll takes no key from a person who types, and is a quiet banner that is announced",
  { tags: ["C01"] },
  async () => {
    const app = await open();
    const said = listen();
    app.fail();
    await typeSlowly("New friend");
    await expect.poll(banner).not.toBeNull();
    await expect.element(page.getByLabelText("New friend")).toHaveValue(text);
    expect(document.activeElement).toBe(page.getByLabelText("New friend").element());
    expect(dialog()).toBeNull();
    expect(banner()?.textContent).toContain(en.words.titles[-73]);
    await expect.poll(() => said.join()).toContain(en.words.titles[-73]);
    // the banner is no modal: a click on it starts the sign-in, which the dialog then shows
    await userEvent.click(banner()?.querySelector("[data-part=start]") as HTMLElement);
    expect(app.flow.starts).toBe(1);
    await expect.poll(dialog).not.toBeNull();
    expect(banner()).toBeNull();
  },
);

test("a form that fails opens the dialog, also with the focus still in its field", async () => {
  const app = await open({}, false);
  app.fail();
  await userEvent.fill(page.getByLabelText("New friend"), "Zoe");
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByRole("dialog", { name: en.words.titles[-73] ?? "" })).toBeVisible();
  expect(banner()).toBeNull();
});

test("a form that fails while the person types on is a banner, and every key lands", async () => {
  let answer: (response: Response) => void = () => undefined;
  const flow = fakeReauth();
  const client = createTencentErrorClient({ reauth: flow });
  const save = client.guard(async () => {
    const body: unknown = await (await new Promise<Response>((resolve) => (answer = resolve))).json();
    return client.unwrap(body);
  });
  await render(
    <TencentErrorProvider client={client} locale={en}>
      <button type="button" onClick={() => void save().catch(() => undefined)}>
        Save
      </button>
      <textarea aria-label="Note" />
      <ReauthPrompt />
    </TencentErrorProvider>,
  );
  await userEvent.click(page.getByRole("button", { name: "Save" }));
  await typeSlowly("Note", () => answer(json(changed)));
  await expect.poll(banner).not.toBeNull();
  await expect.element(page.getByLabelText("Note")).toHaveValue(text);
  client.reauth.cancel();
});

test("a refetch by a click opens the dialog, a regained focus none", async () => {
  const app = await open({}, false);
  app.fail();
  window.dispatchEvent(new Event("visibilitychange"));
  await expect.poll(banner).not.toBeNull();
  expect(dialog()).toBeNull();
  await userEvent.click(page.getByRole("button", { name: "Refresh" }));
  await expect.poll(dialog).not.toBeNull();
  app.client.reauth.cancel();
});

test("a first load that fails opens the dialog: there is nothing to be torn away from", async () => {
  const flow = fakeReauth();
  const client = createTencentErrorClient({ reauth: flow });
  const tencentFetch = createTencentFetch(client, () => Promise.resolve(json(changed)));
  const queryClient = new QueryClient({ defaultOptions: { queries: tencentQueryDefaults(client) } });
  attachTencentErrors(queryClient, client);
  const Friends = (): ReactElement => (
    <ErrorNotice error={useQuery({ queryKey: ["friends"], queryFn: () => tencentFetch("/api/friends") })} />
  );
  await render(
    <QueryClientProvider client={queryClient}>
      <TencentErrorProvider client={client} locale={en}>
        <Friends />
        <ReauthPrompt />
      </TencentErrorProvider>
    </QueryClientProvider>,
  );
  await expect.poll(dialog).not.toBeNull();
});

test("`always` opens the dialog for a poll, and still takes no key; `never` opens none", async () => {
  const always = await open({ interrupt: "always" });
  always.fail();
  await expect.poll(dialog).not.toBeNull();
  always.client.reauth.cancel();
  always.client.dispose();
});

test("`always` takes no key either", async () => {
  const app = await open({ interrupt: "always" });
  await typeSlowly("Note", app.fail);
  await expect.poll(banner).not.toBeNull();
  await expect.element(page.getByLabelText("Note")).toHaveValue(text);
});

test("`never` is a banner for what a person does as well", async () => {
  const app = await open({ interrupt: "never" }, false);
  app.fail();
  await userEvent.click(page.getByRole("button", { name: "Refresh" }));
  await expect.poll(banner).not.toBeNull();
  expect(dialog()).toBeNull();
});
