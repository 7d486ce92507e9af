import { MutationObserver, QueryClient } from "@tanstack/react-query";
import axios from "axios";
import type { TencentErrorClient } from "../../src/core.js";
import { attachTencentAxios } from "../../src/axios.js";
import { createTencentFetch } from "../../src/fetch.js";
import { attachTencentErrors } from "../../src/query.js";
import type { ReplayRule } from "../../src/model/ReauthSnapshot.js";
import type { AppServer } from "./accountWorld.js";

/** A data layer, as an app sets it up: one function that sends a change. */
export interface DataLayer {
  readonly name: string;
  /** It sends a failed change again by itself. */
  readonly doesRetry?: boolean;
  /** `fails`: how often a send fails before it arrives, for want of a network. */
  create(client: TencentErrorClient, server: AppServer, fails?: { left: number }): SendChange;
}

export type SendChange = (name: string, replay: ReplayRule) => Promise<unknown>;

const latencyMs = 10;

async function reach(server: AppServer, name: string, fails = { left: 0 }): Promise<{ readonly ret: number }> {
  await new Promise((resolve) => setTimeout(resolve, latencyMs));
  if (fails.left > 0) {
    fails.left -= 1;
    throw new TypeError("Failed to fetch");
  }
  return server.answer(name);
}

export const layers: readonly DataLayer[] = [
  {
    name: "guard",
    create(client, server, fails) {
      const send = async (name: string): Promise<unknown> => client.unwrap(await reach(server, name, fails));
      const guards = {
        auto: client.guard(send, { replay: "auto" }),
        confirm: client.guard(send),
        never: client.guard(send, { replay: "never" }),
      };
      return (name, replay) => guards[replay](name);
    },
  },
  {
    name: "mutation",
    doesRetry: true,
    create(client, server, fails) {
      const queryClient = new QueryClient();
      attachTencentErrors(queryClient, client);
      const send = async (name: string): Promise<unknown> => client.unwrap(await reach(server, name, fails));
      return (name, replay) =>
        new MutationObserver(queryClient, {
          mutationFn: client.guard(send, { replay }),
          retry: 3,
          retryDelay: 700,
        }).mutate(name);
    },
  },
  {
    name: "fetch",
    create(client, server, fails) {
      const tencentFetch = createTencentFetch(client, async (_input, init) =>
        Response.json(await reach(server, init?.body as string, fails)),
      );
      return (name, replay) => tencentFetch("https://api.test/notes", { method: "POST", body: name }, { replay });
    },
  },
  {
    name: "axios",
    create(client, server, fails) {
      const api = axios.create({
        adapter: async (config) => ({
          data: await reach(server, (JSON.parse(String(config.data)) as { readonly name: string }).name, fails),
          ...{ status: 200, statusText: "OK", headers: {}, config },
        }),
      });
      attachTencentAxios(api, client);
      return (name, replay) => api.post("/notes", { name }, { tencent: { replay } } as object);
    },
  },
];
