import {
  dehydrate,
  hydrate,
  keepPreviousData,
  MutationObserver,
  QueryClient,
  QueryObserver,
  type MutationObserverOptions,
  type QueryObserverOptions,
} from "@tanstack/react-query";
import { attachTencentErrors, tencentQueryDefaults } from "../../src/query.js";
import type { CreateApp } from "./accountPlay.js";
import { flaky, note } from "./accountChange.js";
import type { Tab } from "./accountWorld.js";

type Change = MutationObserverOptions<unknown, Error, string>;

/** A page as the README builds it, which shows what it reads and what it changes. */
function createPage(client: Tab["client"]) {
  const queryClient = new QueryClient({ defaultOptions: { queries: tencentQueryDefaults(client) } });
  const detach = attachTencentErrors(queryClient, client);
  // as QueryClientProvider does
  queryClient.mount();
  const shown: (() => readonly unknown[])[] = [];
  return {
    queryClient,
    close() {
      detach();
      queryClient.unmount();
      queryClient.clear();
    },
    shown: () => shown.flatMap((of) => of()),
    show(options: QueryObserverOptions) {
      const observer = new QueryObserver(queryClient, options);
      observer.subscribe(() => undefined);
      shown.push(() => [observer.getCurrentResult().data]);
      return observer;
    },
    change(options: Change) {
      const observer = new MutationObserver(queryClient, options);
      observer.subscribe(() => undefined);
      shown.push(() => [observer.getCurrentResult().data, observer.getCurrentResult().variables]);
      return observer;
    },
  };
}

/** What A has at stake in TanStack Query. */
export const createQueryApp: CreateApp = ({ stake }, client, server) => {
  const page = createPage(client);
  const read = (name: string, latencyMs?: number) => ({
    queryKey: [name],
    queryFn: async () => {
      const body = await server.read(name, latencyMs);
      client.unwrap(body);
      return body.text;
    },
  });
  const reach = flaky(server.change, stake === "retrying" || stake === "paused retry" ? 1 : 0);
  const plain = async (name: string): Promise<unknown> => client.unwrap(await reach(name));
  const confirmed = client.guard(plain);
  /** Something on the page fails for want of the sign-in, as it does in an app. */
  const inbox = page.show({ ...read("inbox"), staleTime: Infinity });
  const fail = (): void => void inbox.refetch();
  const acting = (act: () => readonly Promise<unknown>[] = () => []) => ({
    shown: page.shown,
    close: page.close,
    act: () => {
      fail();
      return act();
    },
  });
  const data = (options: QueryObserverOptions) => ({
    ...acting(),
    open: () => void page.show(options),
  });

  switch (stake) {
    case "held auto":
      return acting(() => [page.change({ mutationFn: client.guard(plain, { replay: "auto" }) }).mutate(note)]);
    case "held confirm":
      return acting(() => [page.change({ mutationFn: confirmed }).mutate(note)]);
    case "retrying":
      return acting(() => [page.change({ mutationFn: confirmed, retry: 3, retryDelay: 700 }).mutate(note)]);
    case "paused":
      return acting(() => [page.change({ mutationFn: plain }).mutate(note)]);
    case "paused retry":
      return acting(() => [page.change({ mutationFn: plain, retry: 3, retryDelay: 20 }).mutate(note)]);
    case "optimistic": {
      const list = read("list");
      const { queryClient } = page;
      const options: Change = {
        mutationFn: confirmed,
        onMutate(item) {
          const previous = queryClient.getQueryData(list.queryKey);
          queryClient.setQueryData(list.queryKey, `${String(previous)} + ${item}`);
          return previous;
        },
        onError: (_error, _item, previous) => void queryClient.setQueryData(list.queryKey, previous),
      };
      return { ...acting(() => [page.change(options).mutate(note)]), open: () => void page.show(list) };
    }
    case "initialData":
      return data({ ...read("me"), initialData: "me of A", staleTime: Infinity });
    case "hydrated": {
      const rendered = new QueryClient();
      rendered.setQueryData(["me"], "me of A");
      const state = dehydrate(rendered);
      return {
        ...acting(),
        open() {
          hydrate(page.queryClient, state);
          page.show({ ...read("me"), staleTime: Infinity });
        },
      };
    }
    case "keepPreviousData": {
      const options = { staleTime: Infinity, placeholderData: keepPreviousData };
      const observer = page.show({ ...read("page 1"), ...options });
      return {
        ...acting(),
        act() {
          fail();
          observer.setOptions({ ...read("page 2", 2000), ...options });
          return [];
        },
      };
    }
    case "two caches": {
      const second = createPage(client);
      second.show({ ...read("other"), staleTime: Infinity });
      return {
        shown: () => [...page.shown(), ...second.shown()],
        close() {
          page.close();
          second.close();
        },
        act() {
          fail();
          return [second.change({ mutationFn: confirmed }).mutate(note)];
        },
      };
    }
  }
};
