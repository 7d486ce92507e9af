import axios from "axios";
import { attachTencentAxios } from "../../src/axios.js";
import { createTencentFetch } from "../../src/fetch.js";
import type { ReplayRule } from "../../src/model/ReauthSnapshot.js";
import type { Layer } from "./accountKinds.js";
import type { CreateApp } from "./accountPlay.js";
import { createQueryApp } from "./accountQueries.js";
import { flaky, note, retry } from "./accountChange.js";
import type { AppServer, Tab } from "./accountWorld.js";

type CreateSend = (
  client: Tab["client"],
  reach: AppServer["change"],
  replay: ReplayRule,
) => (name: string) => Promise<unknown>;

/** A layer that only sends: one change. */
function appOf(createSend: CreateSend): CreateApp {
  return ({ stake }, client, server) => {
    const isRetrying = stake === "retrying";
    const reach = flaky(server.change, isRetrying ? 1 : 0);
    const send = createSend(client, reach, stake === "held confirm" ? "confirm" : "auto");
    return { act: () => [isRetrying ? retry(() => send(note)) : send(note)] };
  };
}

/** The layers that need no page to be rendered, each as an app sets it up. */
export const apps: Readonly<Record<Exclude<Layer, "SWR">, CreateApp>> = {
  guard: appOf((client, reach, replay) =>
    client.guard(async (name: string) => client.unwrap(await reach(name)), { replay }),
  ),
  fetch: appOf((client, reach, replay) => {
    const tencentFetch = createTencentFetch(client, async (_input, init) =>
      Response.json(await reach(init?.body as string)),
    );
    return (name) => tencentFetch("https://api.test/notes", { method: "POST", body: name }, { replay });
  }),
  axios: appOf((client, reach, replay) => {
    const api = axios.create({
      adapter: async (config) => ({
        data: await reach((JSON.parse(String(config.data)) as { readonly name: string }).name),
        ...{ status: 200, statusText: "OK", headers: {}, config },
      }),
    });
    attachTencentAxios(api, client);
    return (name) => api.post("/notes", { name }, { tencent: { replay } } as object);
  }),
  Query: createQueryApp,
};
