import { afterEach, describe, expect, test, vi } from "vitest";
import { refuseAddress } from "../../src/base/url.js";
import { createTencentErrorClient } from "../../src/client/createTencentErrorClient.js";
import { ticketDesk } from "../../src/flows/ticketDesk.js";
import type { KitEvent } from "../../src/model/KitEvent.js";
import type { SupportDesk } from "../../src/model/TicketDraft.js";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

const bad = [
  ...[
    "http://desk.example/",
    "//desk.example",
    "desk",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "",
  ],
  ...[
    " javascript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "blob:https://a.example/1",
    "/\\desk.example",
    "https://a@b.example/",
  ],
];

test.each([[undefined], ["https://desk.example/new"], ["/desk"], ["/"]])("%j is taken", (url) => {
  expect(refuseAddress("desk", url)).toBe(url);
});

test.each(bad)("%j is refused, and it is said why", (url) => {
  expect(() => refuseAddress("ticket desk", url)).toThrow(
    `The ticket desk is at "${url}", which others on the network could rewrite`,
  );
});

/** What a client makes of its options, and the addresses that it refused. */
function made(options: Parameters<typeof createTencentErrorClient>[0]) {
  const events: KitEvent[] = [];
  const client = createTencentErrorClient({ ...options, onEvent: (event) => events.push(event) });
  return { client, refused: events.map(({ type, detail }) => `${type} ${detail ?? ""}`) };
}

class Desk implements SupportDesk {
  readonly audience = "everyone";
  readonly #id = "T-1";
  readonly url: string;
  constructor(url: string) {
    this.url = url;
  }
  submit(): Promise<{ readonly id: string }> {
    return Promise.resolve({ id: this.#id });
  }
}

describe.each(bad)("in development an address at %j stops", (url) => {
  test.each<readonly [string, () => unknown]>([
    ["a desk of ticketDesk", () => ticketDesk({ url })],
    ["a desk of the app's own", () => createTencentErrorClient({ support: { audience: "everyone", url } })],
    ["the reference", () => createTencentErrorClient({ docs: url })],
  ])("%s", (_what, make) => {
    expect(make).toThrow(/^\[tencent-error-kit\] /);
  });
});

describe.each(bad)("in production an address at %j", { tags: ["T22"] }, (url) => {
  const inProduction = () => vi.stubEnv("NODE_ENV", "production");

  test("is left out of a desk of ticketDesk, and the client with that desk emits one event", () => {
    inProduction();
    const desk = ticketDesk({ url, appVersion: "1.4.0" });
    expect([desk.url, desk.appVersion, desk.audience]).toEqual([undefined, "1.4.0", "everyone"]);
    const { client, refused } = made({ support: desk });
    expect([client.support.url, refused]).toEqual([undefined, ["security.urlRefused support"]]);
  });

  test("is left out of a desk of the app's own, which still takes tickets", async () => {
    inProduction();
    const { client, refused } = made({ support: new Desk(url) });
    expect([client.support.url, client.support.audience, refused]).toEqual([
      undefined,
      "everyone",
      ["security.urlRefused support"],
    ]);
    await expect(client.support.submit?.({ subject: "", text: "", facts: {} })).resolves.toEqual({ id: "T-1" });
  });

  test("is left out of the client's reference", () => {
    inProduction();
    const { client, refused } = made({ docs: url });
    expect([client.docs, refused]).toEqual([undefined, ["security.urlRefused docs"]]);
  });
});

test("a desk without an address has no way of sending either when it had none", () => {
  vi.stubEnv("NODE_ENV", "production");
  expect(made({ support: { audience: "everyone", url: "desk" } }).client.support).not.toHaveProperty("submit");
});

test("a desk with a good address is the app's own object, and no event is emitted", () => {
  for (const support of [new Desk("/desk"), ticketDesk({ url: "https://a.example" }), ticketDesk()]) {
    const { client, refused } = made({ support });
    expect([client.support, refused]).toEqual([support, []]);
  }
});

test("what is no text is no address", () => {
  const url = { toString: () => "https://a.example" } as never;
  expect(() => refuseAddress("desk", url)).toThrow(TypeError);
  expect(refuseAddress("desk", null)).toBeUndefined();
});

test("an unbundled page, which has no `process`, is treated as production", () => {
  vi.stubGlobal("process", undefined);
  const refused = vi.fn();
  const address = refuseAddress("desk", "desk", refused);
  vi.unstubAllGlobals();
  expect([address, refused.mock.calls.length]).toEqual([undefined, 1]);
});
