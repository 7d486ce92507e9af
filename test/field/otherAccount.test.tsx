import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import useSWR, { SWRConfig } from "swr";
import { describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { createTencentErrorClient, type TencentErrorClient } from "../../src/core.js";
import { ErrorNotice, ReauthPrompt, TencentErrorProvider } from "../../src/index.js";
import en from "../../src/locales/en.js";
import { attachTencentErrors } from "../../src/query.js";
import { tencentSwr } from "../../src/swr.js";
import { fakeReauth } from "../../src/testing/fakeReauth.js";

/** A server with one session, and what it was asked in whose name. */
interface Server {
  who: string | null;
  readonly asked: (string | null)[];
  read(): Promise<unknown>;
}

type Layer = (client: TencentErrorClient, server: Server) => ReactElement;

const withQuery: Layer = (client, server) => {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  attachTencentErrors(queryClient, client);
  const queryFn = async (): Promise<unknown> => client.unwrap(await server.read());
  function Friends(): ReactElement {
    const query = useQuery({ queryKey: ["friends"], queryFn });
    return <Shown {...query} />;
  }
  return (
    <QueryClientProvider client={queryClient}>
      <Friends />
    </QueryClientProvider>
  );
};

const withSwr: Layer = (client, server) => {
  const config = tencentSwr(client);
  const fetcher = async (): Promise<unknown> => client.unwrap(await server.read());
  function Friends(): ReactElement {
    return <Shown {...useSWR("friends", fetcher)} />;
  }
  return (
    <SWRConfig value={{ ...config, provider: () => new Map(), dedupingInterval: 0 }}>
      <Friends />
    </SWRConfig>
  );
};

function Shown(result: { readonly data?: unknown; readonly error: unknown }): ReactElement {
  return (
    <>
      <ErrorNotice error={result} />
      <p>{result.data === undefined ? "loading" : JSON.stringify(result.data)}</p>
    </>
  );
}

const labels = en.words.labels;
const press = (name: string): Promise<void> => page.getByRole("button", { name, exact: true }).click();

/** A page of Ann's, at the question whether to go on as Bob, who has just signed in. */
async function ask(layer: Layer) {
  const server: Server = {
    who: null,
    asked: [],
    async read() {
      server.asked.push(server.who);
      const { who } = server;
      await new Promise((resolve) => setTimeout(resolve, 20));
      return who === null ? { ret: -73, msg: "changed" } : { ret: 0, friends: `friends of ${who}` };
    },
  };
  const flow = fakeReauth();
  const client = createTencentErrorClient({ reauth: flow, account: { name: "Ann" } });
  client.reauth.renewed("ann");
  await render(
    <TencentErrorProvider client={client} locale={en}>
      {layer(client, server)}
      <ReauthPrompt />
    </TencentErrorProvider>,
  );
  const signIn = (who: string, name: string): void => {
    server.who = who;
    flow.end({ status: "succeeded", accountId: who, name });
  };
  await page.getByRole("dialog").getByRole("button", { name: en.words.actions.reauthorize }).click();
  signIn("bob", "Bob");
  await expect.element(page.getByRole("heading", { name: labels.otherAccount })).toBeVisible();
  await new Promise((resolve) => setTimeout(resolve, 500));
  return { server, signIn };
}

describe.each([
  ["TanStack Query", withQuery],
  ["SWR", withSwr],
])("behind the question whether to go on as another account, with %s,", (_name, layer) => {
  test("nothing of that account is asked for or shown, until it is chosen", async () => {
    const { server } = await ask(layer);
    expect(server.asked).toEqual([null]);
    expect(document.body.textContent).not.toContain("friends of");
    await press("Continue as Bob");
    await expect.element(page.getByText("friends of bob")).toBeVisible();
    expect(server.asked).toEqual([null, "bob"]);
  });

  test("and never where the first one comes back", async () => {
    const { server, signIn } = await ask(layer);
    await press("Switch back to Ann");
    signIn("ann", "Ann");
    await expect.element(page.getByText("friends of ann")).toBeVisible();
    expect(server.asked).toEqual([null, "ann"]);
  });
});
