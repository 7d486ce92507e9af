import { createSandbox } from "../test/sandbox/createSandbox.js";

/** The part of a service worker's scope that is used: the compiler has types for pages or workers, not both. */
declare const self: {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate" | "message" | "fetch", listener: (event: WorkerEvent) => void): void;
};

interface WorkerEvent {
  readonly request: Request;
  waitUntil(work: Promise<unknown>): void;
  respondWith(answer: Promise<Response>): void;
}

/** The folder of the site: the sandbox answers below `tencent/` in it. */
const { href: site, origin } = new URL(self.registration.scope);
const place = `${site}tencent`;
const sandbox = createSandbox({ origin: place, appOrigins: [origin] });
/** A worker can neither read nor set cookies, so it remembers who signed in, by the beginning of the address. */
const sessions = new Map<string, string>();

self.addEventListener("install", () => void self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
// pages ping it when they load, and regularly: a browser ends an idle worker, and its memory with it
self.addEventListener("message", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  if (event.request.url.startsWith(`${place}/`)) event.respondWith(answer(event.request));
});

async function answer(request: Request): Promise<Response> {
  const address = request.url.slice(place.length);
  const [visitor = ""] = /^\/w\/[^/]+/.exec(address) ?? [];
  const headers = new Headers(request.headers);
  const session = sessions.get(visitor);
  if (session !== undefined) headers.set("x-session", session);
  const { method, signal } = request;
  const body = method === "GET" || method === "HEAD" ? null : await request.arrayBuffer();
  const response = await sandbox.fetch(new Request(origin + address, { method, headers, body, signal }));
  if (address.includes("/app/")) await remember(visitor, response.clone());
  return response;
}

async function remember(visitor: string, response: Response): Promise<void> {
  const said: unknown = await response.json().catch(() => null);
  const session: unknown = Reflect.get(Object(said), "session");
  if (typeof session === "string") sessions.set(visitor, session);
}
