import { useEffect, useState, type ReactElement } from "react";
import { createRoot } from "react-dom/client";
import useSWR, { SWRConfig, type SWRConfiguration } from "swr";
import useSWRMutation from "swr/mutation";
import { tencentSwr } from "../../src/swr.js";
import type { CreateApp } from "./accountPlay.js";
import { flaky, note, retry } from "./accountChange.js";

type Send = (name: string) => Promise<unknown>;
type Read = (key: string) => Promise<string | undefined>;

/** What a row does by a component's own functions. */
interface Hands {
  fail?: () => unknown;
  turn?: () => void;
  change?: () => Promise<unknown>;
}

interface Props {
  readonly read: Read;
  /** Hands them over when they are on the page. */
  readonly give: (own: Hands) => void;
}

function Inbox({ read, give }: Props): ReactElement {
  const { data, mutate } = useSWR<string | undefined, unknown>("inbox", read);
  useEffect(() => give({ fail: mutate }));
  return <p>{data}</p>;
}

function Shown({
  name,
  read,
  more,
}: Pick<Props, "read"> & { readonly name: string; readonly more?: SWRConfiguration }) {
  const { data } = useSWR<string | undefined, unknown>(name, read, more);
  return <p>{data}</p>;
}

function Note({ send, give }: Pick<Props, "give"> & { readonly send: Send }): ReactElement {
  const { trigger, data, error } = useSWRMutation<unknown, Error, string, string>("note", (_key, { arg }) => send(arg));
  useEffect(() => give({ change: () => trigger(note) }));
  return <p>{data === undefined ? error?.name : `sent ${note}`}</p>;
}

function List({ read, send, give }: Props & { readonly send: Send }): ReactElement {
  const { data } = useSWR<string | undefined, unknown>("list", read);
  const { trigger } = useSWRMutation<unknown, Error, string, string, string>("list", (_key, { arg }) => send(arg));
  const optimisticData = (list?: string): string => `${list ?? ""} + ${note}`;
  useEffect(() =>
    give({ change: () => trigger(note, { optimisticData, rollbackOnError: true, populateCache: false }) }),
  );
  return <p>{data}</p>;
}

function Pages({ read, give }: Props): ReactElement {
  const [page, setPage] = useState(1);
  useEffect(() => give({ turn: () => setPage(2) }));
  return <Shown name={`page ${page}`} read={read} more={{ keepPreviousData: true }} />;
}

/** What A has at stake in SWR. */
export const createSwrApp: CreateApp = ({ stake }, client, server) => {
  const reach = flaky(server.change, stake === "retrying" ? 1 : 0);
  const plain: Send = async (name) => client.unwrap(await reach(name));
  const send = stake === "held auto" ? client.guard(plain, { replay: "auto" }) : plain;
  const read: Read = async (key) => {
    const body = await server.read(key, key === "page 2" ? 2000 : 10);
    client.unwrap(body);
    return body.text;
  };
  const hands: Hands = {};
  const give = (own: Hands): void => void Object.assign(hands, own);
  const shared = tencentSwr(client);
  const cached = (): SWRConfiguration => {
    const cache = new Map();
    return { ...shared, provider: () => cache };
  };
  const [first, second] = [cached(), cached()];
  const place = document.body.appendChild(document.createElement("div"));
  const root = createRoot(place);
  const parts = {
    initialData: (
      <Shown
        name="me"
        read={read}
        more={{ fallbackData: "me of A", revalidateIfStale: false, revalidateOnMount: false }}
      />
    ),
    keepPreviousData: <Pages read={read} give={give} />,
    optimistic: <List read={read} send={send} give={give} />,
    "two caches": (
      <SWRConfig value={second}>
        <Shown name="other" read={read} />
        <Note send={send} give={give} />
      </SWRConfig>
    ),
  } as const;
  const part = stake in parts ? parts[stake as keyof typeof parts] : <Note send={send} give={give} />;
  root.render(
    <SWRConfig value={first}>
      <Inbox read={read} give={give} />
      {part}
    </SWRConfig>,
  );
  return {
    shown: () => [...place.querySelectorAll("p")].map(({ textContent }) => textContent),
    act() {
      hands.fail?.();
      hands.turn?.();
      const { change } = hands;
      if (change === undefined) return [];
      return [stake === "retrying" ? retry(change) : change()];
    },
    close() {
      root.unmount();
      place.remove();
    },
  };
};
