import type { AddressInfo } from "node:net";
import type { Server } from "node:http";
import { serve as listen } from "@hono/node-server";
import type { Sandbox } from "./createSandbox.js";

/** A sandbox that can be reached over HTTP from this machine. */
export interface ServedSandbox {
  /** `http://localhost:<port>`. */
  readonly origin: string;
  close(): Promise<void>;
}

/** Names of this machine. Any other one may belong to a page whose name was made to lead here. */
const loopback = /^(?:localhost|127\.0\.0\.1|\[::1\])$/;

/** Serves a sandbox on 127.0.0.1, and only to callers who call it by a name of this machine. Port 0 takes any free one. Rejects when the port is taken. */
export function serve(sandbox: Pick<Sandbox, "fetch">, port: number): Promise<ServedSandbox> {
  return new Promise((resolve, reject) => {
    const server = listen(
      { fetch: (request) => answer(sandbox, request), port, hostname: "127.0.0.1", overrideGlobalObjects: false },
      (address: AddressInfo) => {
        resolve({ origin: `http://localhost:${address.port}`, close: () => close(server as Server) });
      },
    );
    server.once("error", reject);
  });
}

function answer(sandbox: Pick<Sandbox, "fetch">, request: Request): Promise<Response> | Response {
  if (loopback.test(new URL(request.url).hostname)) return sandbox.fetch(request);
  return new Response("The sandbox answers to localhost, 127.0.0.1 and [::1].", { status: 421 });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
