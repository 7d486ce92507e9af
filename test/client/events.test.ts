/// <reference types="vite/client" />
import { expect, test, vi } from "vitest";
import {
  createTencentErrorClient,
  extendCatalog,
  tencentCatalog,
  type KitEvent,
  type KitEventType,
} from "../../src/core.js";

test("keeps the last fifty events, and one for the same failure of many calls", { tags: ["F81"] }, () => {
  const client = createTencentErrorClient();
  client.emit({ type: "ticket.opened" });
  for (let call = 0; call < 1000; call += 1) client.diagnose({ ret: call % 2 === 0 ? -21 : -6 });
  expect(client.recentEvents()).toMatchObject([
    { type: "ticket.opened" },
    { type: "failure.diagnosed", code: -21, count: 500 },
    { type: "failure.diagnosed", code: -6, count: 500 },
  ]);
  for (let code = 1; code <= 200; code += 1) client.diagnose({ ret: -5000 - code });
  expect(client.recentEvents()).toHaveLength(50);
});

test("calls each listener with each event, as frozen data, until it unsubscribes", () => {
  const onEvent = vi.fn();
  const listener = vi.fn();
  const client = createTencentErrorClient({ onEvent });
  const [once, twice] = [client.on(listener), client.on(listener)];
  client.diagnose({ ret: -6 });
  expect(listener).toHaveBeenCalledTimes(2);
  once();
  once();
  client.diagnose({ ret: -6 });
  expect(listener).toHaveBeenCalledTimes(3);
  twice();
  client.diagnose({ ret: -6 });
  expect(listener).toHaveBeenCalledTimes(3);
  expect(onEvent).toHaveBeenCalledTimes(3);
  expect(Object.isFrozen(onEvent.mock.lastCall?.[0])).toBe(true);
});

test("has no server text in events", { tags: ["T38"] }, () => {
  const client = createTencentErrorClient();
  const secret = "0123456789abcdef0123456789abcdef";
  client.diagnose({ ret: -21, msg: `token=${secret}` });
  client.diagnose({ error: `access_token=${secret}`, error_description: secret });
  client.diagnose(new Error(secret));
  client.diagnose({ ret: -4_711, msg: "for Zoey Maria alone" });
  expect(client.recentEvents().length).toBeGreaterThan(3);
  const told = JSON.stringify(client.recentEvents());
  for (const word of [secret, "Zoey"]) expect(told).not.toContain(word);
});

test("reads each error object once", () => {
  const onEvent = vi.fn();
  const client = createTencentErrorClient({ onEvent });
  const error = { ret: -6 };
  expect(client.diagnose(error)).toBe(client.diagnose(error));
  expect(onEvent).toHaveBeenCalledOnce();
});

test("takes a body of the app's own API for no failure", () => {
  const client = createTencentErrorClient({ isTencent: ({ url }) => url?.startsWith("/qq/") === true });
  const response = { status: 200, headers: new Headers(), url: "/api/cart" };
  const body = { ret: -21, msg: "sold out" };
  expect(client.unwrap(body, response)).toBe(body);
  expect(() => client.unwrap({ ...body }, { ...response, url: "/qq/friends" })).toThrow("TOKEN_REVOKED");
  expect(() => client.unwrap({ ...body }, { ...response, status: 500 })).toThrow();
});

test("survives an app that throws when it is asked whose call this is", () => {
  const client = createTencentErrorClient({
    isTencent() {
      throw new Error("the app's own");
    },
  });
  expect(client.diagnose({ ret: -21 }).category).toBe("reauth");
});

test("an undocumented code is reported as unknown, with its number; one of the app's catalog is not", () => {
  const told: KitEvent[] = [];
  const plain = createTencentErrorClient({ onEvent: (event) => void told.push(event) });
  plain.diagnose({ ret: -27 });
  expect(told.map(({ type, code }) => [type, code])).toEqual([
    ["failure.diagnosed", -27],
    ["failure.unknown", -27],
  ]);
  told.length = 0;
  const row = {
    code: -27,
    reason: "OURS",
    category: "request",
    fixer: "developer",
    retry: "no",
    documented: [],
    remedies: [],
  } as const;
  const own = createTencentErrorClient({
    catalog: extendCatalog(tencentCatalog, [row]),
    onEvent: (event) => void told.push(event),
  });
  expect(own.diagnose({ ret: -27 }).row?.reason).toBe("OURS");
  expect(told.map(({ type }) => type)).toEqual(["failure.diagnosed"]);
});

/** The compiler asks for a new one. */
// prettier-ignore
const types: Readonly<Record<KitEventType, 1>> = {
  "failure.diagnosed": 1, "failure.unknown": 1, "reauth.required": 1, "reauth.started": 1, "reauth.succeeded": 1, "reauth.cancelled": 1,
  "reauth.failed": 1, "retry.scheduled": 1, "retry.exhausted": 1, "ticket.opened": 1, "ticket.submitted": 1, "security.messageRefused": 1,
  "security.stateRefused": 1, "security.urlRefused": 1, "internal.error": 1,
};

test("each type of event is emitted somewhere", () => {
  const files = import.meta.glob<string>("../../src/{client,react,components,integrations}/**/*.{ts,tsx}", {
    query: "?raw",
    import: "default",
    eager: true,
  });
  const source = Object.values(files).join("\n");
  const emitted = (type: string): boolean =>
    source.includes(`"${type}"`) || source.includes(`\`${type.replace(/\..*/, ".")}\${`);
  expect(Object.keys(types).filter((type) => !emitted(type))).toEqual([]);
});
