import { beforeEach, expect, test, vi } from "vitest";
import { handleCallback } from "../../src/callback.js";
import { createTencentErrorClient } from "../../src/core.js";
import { redirectReauth } from "../../src/flows/redirectReauth.js";
import en from "../../src/locales/en.js";
import { stayingPage } from "../flows/leaving.js";

const stage = stayingPage();
const { home } = stage;
const restore = vi.fn();

beforeEach(() => {
  restore.mockClear();
});

/** How an app knows who is signed in. */
interface AppKind {
  /** The option `accountId`. */
  readonly hasStore: boolean;
  /** The answer of `exchange` has the id. */
  readonly isTold: boolean;
  /** The store of the reloaded page is still empty. */
  readonly isFresh?: boolean;
}

interface App {
  readonly client: ReturnType<typeof createTencentErrorClient>;
  readonly store: { me: string | undefined };
}

/** A page of the app that has just loaded. `who` is going to be signed in by the exchange. */
function load({ hasStore, isTold }: AppKind, store: App["store"], who = "A"): App {
  const client = createTencentErrorClient({
    reauth: redirectReauth({
      clientId: "1",
      redirectUri: "/back.html",
      appState: { save: () => "the draft", restore },
      exchange: () => {
        if (hasStore) store.me = who;
        return Promise.resolve(isTold ? { accountId: who } : undefined);
      },
    }),
    ...(hasStore && { accountId: () => store.me }),
  });
  return { client, store };
}

/** A leaves the page to sign in; `who` comes back. */
async function play(kind: AppKind, who: string): Promise<string> {
  const { client } = load(kind, { me: "A" });
  if (!kind.hasStore) client.reauth.renewed("A");
  client.reauth.require(client.diagnose({ ret: -21 }));
  client.reauth.start();
  await expect.poll(() => stage.left.urls.length).toBe(1);
  const state = new URL(stage.left.urls[0] ?? "").searchParams.get("state") ?? "";
  history.replaceState(null, "", `/back.html?code=C&state=${state}`);
  handleCallback({ locale: en });
  history.replaceState(null, "", home);
  const back = load(kind, { me: kind.isFresh === true ? undefined : "A" }, who);
  await expect.poll(() => back.client.reauth.getSnapshot().status).toMatch(/succeeded|failed/);
  await new Promise((resolve) => setTimeout(resolve));
  return back.client.reauth.getSnapshot().status;
}

// prettier-ignore
const kinds: readonly (readonly [string, AppKind])[] = [
  ["in its store and in the answer", { hasStore: true, isTold: true }],
  ["in its store, which exchange updates", { hasStore: true, isTold: false }],
  ["from the answers of its first sign-in and of this one", { hasStore: false, isTold: true }],
  ["in a store that is empty when the page is loaded", { hasStore: true, isTold: false, isFresh: true }],
];

test.each(kinds)("a draft of A's is not given to B, who is known %s", async (_how, kind) => {
  await play(kind, "B");
  expect(restore).not.toHaveBeenCalled();
});

test.each(kinds)("a draft of A's is given back to A, who is known %s", async (_how, kind) => {
  expect(await play(kind, "A")).toBe("succeeded");
  expect(restore.mock.calls).toEqual([["the draft"]]);
});
