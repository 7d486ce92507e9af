import type { ReactElement } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { cleanup, render } from "vitest-browser-react";
import { createTencentErrorClient, type TencentErrorClient } from "../../src/core.js";
import { TencentErrorProvider } from "../../src/index.js";
import en from "../../src/locales/en.js";
import { fakeReauth } from "../../src/testing.js";
import { queryLayers } from "./layers/queryLayers.js";
import { routerLayers } from "./layers/routerLayers.js";
import { storeLayers } from "./layers/storeLayers.js";

const layers = [...queryLayers, ...storeLayers, ...routerLayers];

// The server: a session that has ended until someone signs in, as QQ's platform and as a GraphQL server before it says that.
let isSignedIn = false;
let asked = 0;
const answers: Readonly<Record<string, () => object>> = {
  "/api/me": () => (isSignedIn ? { ret: 0, nickname: "Ada" } : { ret: -21, msg: "revoked" }),
  "/graphql": () =>
    isSignedIn
      ? { data: { me: { __typename: "Me", nickname: "Ada" } } }
      : { data: null, errors: [{ message: "revoked", path: ["me"], extensions: { ret: -21, msg: "revoked" } }] },
};

beforeEach(() => {
  // React and the routers log what a boundary catches
  for (const method of ["error", "warn"] as const) vi.spyOn(console, method).mockImplementation(() => undefined);
  isSignedIn = false;
  asked = 0;
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  vi.stubGlobal("fetch", async (input: RequestInfo | URL) => {
    asked += 1;
    const { pathname } = new URL(input instanceof Request ? input.url : input, location.origin);
    const answer = answers[pathname]?.();
    await new Promise((resolve) => setTimeout(resolve, 20));
    return Response.json(answer);
  });
});
afterEach(async () => {
  await cleanup();
  vi.unstubAllGlobals();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

interface Page {
  readonly text: () => string | null;
  signIn(): void;
}

async function open(make: (client: TencentErrorClient) => ReactElement): Promise<Page> {
  const reauth = fakeReauth();
  const client = createTencentErrorClient({ reauth, accountId: () => "ann" });
  const content = make(client);
  const { container } = await render(
    <TencentErrorProvider client={client} locale={en}>
      {content}
    </TencentErrorProvider>,
  );
  return {
    text: () => container.textContent,
    signIn() {
      const button = container.querySelector<HTMLElement>("[data-action=reauthorize]");
      if (button === null) client.reauth.start();
      else button.click();
      isSignedIn = true;
      reauth.end({ status: "succeeded", accountId: "ann" });
    },
  };
}

/** Goes on until it holds, in the page's own time. What the browser itself does, such as reading a body, takes the machine's. */
async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + 20_000;
  for (let turn = 0; performance.now() < end && !holds(); turn += 1) await pass(turn < 200 ? 50 : 0);
}

async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
  await new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(0);
  });
}

describe.each(layers)("$name", ({ alone, joined }) => {
  test("shows a failure that the notice's sign-in heals, with one call", async () => {
    const page = await open(alone);
    await until(() => document.querySelector("[data-action=reauthorize]") !== null);
    expect(document.querySelector("[data-action=reauthorize]")).not.toBeNull();
    const before = asked;
    page.signIn();
    await until(() => page.text() === "Ada");
    expect(page.text()).toBe("Ada");
    await pass(5000);
    expect(asked - before).toBe(1);
  });

  test("sends it once where an adapter does that", async () => {
    const page = await open(joined);
    // one that holds its call shows no notice
    await until(() => document.querySelector("[data-action=reauthorize]") !== null);
    const before = asked;
    page.signIn();
    await until(() => page.text() === "Ada");
    expect(page.text()).toBe("Ada");
    await pass(5000);
    expect(asked - before).toBe(1);
  });
});

test("a route whose failure comes after the sign-in is loaded again as well", async () => {
  const { joined } = layers.find(({ name }) => name === "TanStack Router") ?? expect.unreachable();
  const page = await open(joined);
  await until(() => asked === 1);
  page.signIn();
  await until(() => page.text() === "Ada");
  expect(page.text()).toBe("Ada");
  await pass(5000);
  expect(asked).toBe(2);
});
