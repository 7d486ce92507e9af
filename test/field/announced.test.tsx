import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { useEffect, useState, type ReactElement, type ReactNode } from "react";
import useSWR, { SWRConfig } from "swr";
import { describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { createTencentErrorClient, type TencentErrorClient } from "../../src/core.js";
import { createTencentFetch, type GuardedFetch } from "../../src/fetch.js";
import { ErrorNotice, ReauthPrompt, TencentErrorProvider } from "../../src/index.js";
import en from "../../src/locales/en.js";
import { attachTencentErrors, tencentQueryDefaults } from "../../src/query.js";
import { tencentSwr } from "../../src/swr.js";
import { fakeReauth, type FakeReauth } from "../../src/testing/fakeReauth.js";
import { listen } from "../components/heard.js";

const { prompt, labels, actions } = en.words;
const signedIn = prompt.succeeded.title;
const press = (name: string): Promise<void> => page.getByRole("button", { name, exact: true }).last().click();
const wait = (ms: number): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, ms));

/** What the server says at each call of a path: null goes well. */
type Answers = Readonly<Record<string, readonly (object | null)[]>>;

interface App {
  readonly client: TencentErrorClient;
  readonly flow: FakeReauth;
  readonly get: GuardedFetch;
  /** Answers of a new session come after so long. */
  delayMs: number;
}

function createApp(answers: Answers): App {
  const flow = fakeReauth();
  const client = createTencentErrorClient({ reauth: flow, accountId: () => "1" });
  const calls = new Map<string, number>();
  const send = async (input: RequestInfo | URL): Promise<Response> => {
    const path = new URL(input instanceof Request ? input.url : input, location.href).pathname;
    const turn = calls.get(path) ?? 0;
    calls.set(path, turn + 1);
    if (turn > 0) await wait(app.delayMs);
    return new Response(JSON.stringify(answers[path]?.[turn] ?? { ret: 0, data: path }));
  };
  const app: App = { client, flow, get: createTencentFetch(client, send), delayMs: 20 };
  return app;
}

const expired = { ret: -73, msg: "changed" };
const broken = { ret: -8, msg: "banned" };

/** The same page by each data layer: two lists, a notice each, and the prompt. */
const layers: Readonly<Record<string, (app: App) => ReactNode>> = {
  "TanStack Query": ({ client, get }) => {
    const queries = { ...tencentQueryDefaults(client), throwOnError: false };
    const queryClient = new QueryClient({ defaultOptions: { queries } });
    attachTencentErrors(queryClient, client);
    function List({ path }: { readonly path: string }): ReactElement {
      const query = useQuery({ queryKey: [path], queryFn: () => get(path) });
      return <ErrorNotice error={query} />;
    }
    return (
      <QueryClientProvider client={queryClient}>
        <List path="/friends" />
        <List path="/feed" />
      </QueryClientProvider>
    );
  },
  SWR: ({ client, get }) => {
    function List({ path }: { readonly path: string }): ReactElement {
      const answer = useSWR<unknown, unknown>(path, (url: string) => get(url));
      return <ErrorNotice error={answer} />;
    }
    return (
      <SWRConfig value={{ ...tencentSwr(client), provider: () => new Map() }}>
        <List path="/friends" />
        <List path="/feed" />
      </SWRConfig>
    );
  },
};

async function open(app: App, content: ReactNode): Promise<readonly string[]> {
  await render(
    <TencentErrorProvider client={app.client} locale={en}>
      {content}
      <ReauthPrompt />
    </TencentErrorProvider>,
  );
  return listen();
}

/** What ahooks and others give: the kit has no adapter for them. */
function useRequest(send: () => Promise<unknown>): object {
  const [state, setState] = useState<object>({ data: undefined, error: undefined, loading: true });
  const [refresh] = useState(() => () => {
    send().then(
      (data) => setState({ data, error: undefined, loading: false }),
      (error: unknown) => setState({ data: undefined, error, loading: false }),
    );
  });
  useEffect(refresh, [refresh]);
  return { ...state, refresh };
}

test("what a notice sends again without a data layer's adapter is told once it is there", async () => {
  const app = createApp({ "/friends": [expired] });
  function Friends(): ReactElement {
    return <ErrorNotice error={useRequest(() => app.get("/friends"))} />;
  }
  const said = await signIn(app, await open(app, <Friends />));
  await expect.poll(() => said().join()).toContain("1 item restored");
});

/** Signs in as the person does, and returns what is announced from then on. */
async function signIn({ flow }: App, log: readonly string[]): Promise<() => readonly string[]> {
  await press(actions.reauthorize);
  await wait(300);
  const before = log.length;
  flow.end({ status: "succeeded", accountId: "1" });
  return () => log.slice(before).filter((text) => /signed in$|restored|sent/.test(text));
}

describe.each(Object.entries(layers))("with %s", (_layer, content) => {
  test("what has come back is told, once it has", async () => {
    const app = createApp({ "/friends": [expired], "/feed": [expired] });
    const said = await signIn(app, await open(app, content(app)));
    await expect.poll(said).toEqual([`${signedIn} · 2 items restored`]);
  });

  test("what fails again is not told as restored", { tags: ["C12"] }, async () => {
    const app = createApp({ "/friends": [expired], "/feed": [expired, broken, broken] });
    const said = await signIn(app, await open(app, content(app)));
    await expect.poll(() => said()[0]).toBe(`${signedIn} · 1 item restored`);
    await wait(500);
    expect(said().join()).not.toMatch(/2 items/);
  });

  test("what takes long is told when it is there, the sign-in before", async () => {
    const app = createApp({ "/friends": [expired], "/feed": [expired] });
    const log = await open(app, content(app));
    app.delayMs = 1800;
    const said = await signIn(app, log);
    await wait(700);
    expect(said()).toEqual([]);
    await expect.poll(said).toEqual([signedIn]);
    await expect.poll(said, { timeout: 3000 }).toEqual([signedIn, "2 items restored"]);
  });
});

describe("of a change", () => {
  const seen = (): string => document.querySelector("[data-part=healed]")?.textContent ?? "";

  test.each([
    ["by itself", "auto"],
    ["after a question", "confirm"],
  ] as const)("that is sent again %s, it is told that it was sent when the server has it", async (_how, replay) => {
    const app = createApp({ "/save": [expired] });
    const log = await open(app, null);
    app.delayMs = 2000;
    const saved = app.get("/save", { method: "POST" }, { replay });
    const said = await signIn(app, log);
    if (replay === "confirm") await press(labels.send);
    await wait(150);
    expect([said().join(), seen()].join()).not.toContain("sent");
    await saved;
    await expect.poll(() => said().at(-1)).toContain("1 change sent");
    await expect.poll(seen).toContain("1 change sent");
  });

  test.each(["auto", "confirm"] as const)("that fails when it is sent again (%s), nothing is told", async (replay) => {
    const app = createApp({ "/save": [expired, broken] });
    const log = await open(app, null);
    const saved = app.get("/save", { method: "POST" }, { replay }).catch(() => "failed");
    const said = await signIn(app, log);
    if (replay === "confirm") await press(labels.send);
    await expect(saved).resolves.toBe("failed");
    await wait(500);
    expect(said()).toEqual([signedIn]);
  });
});

test("what the app asks for again by its own ways is not counted", async () => {
  const app = createApp({});
  const log = await open(app, null);
  for (const _call of [1, 2]) app.client.reauth.require(app.client.diagnose({ ...expired }));
  const said = await signIn(app, log);
  await expect.poll(said).toEqual([signedIn]);
});
