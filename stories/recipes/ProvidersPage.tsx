import { type ReactElement, type ReactNode, useEffect, useState } from "react";
import {
  createTencentErrorClient,
  defineCatalog,
  type KitEvent,
  type Locale,
  type ReauthFlow,
  type TencentErrorClient,
  tencentCatalog,
  unwrap,
} from "../../src/core.js";
import { ErrorNotice, ReauthPrompt, TencentErrorProvider } from "../../src/index.js";

const wechat = defineCatalog({
  name: "wechat",
  dialects: ["wechat"],
  paths: ["/api/wechat"],
  rows: [
    {
      ...{ code: 42001, reason: "TOKEN_EXPIRED", category: "reauth", fixer: "user", retry: "auth" },
      ...{ documented: [], remedies: ["reauthorize"] },
    },
  ],
});

/** A provider of the story's page. */
export type ProviderName = "QQ" | "微信";

const bodies = {
  QQ: { ret: -23, msg: "openkey is invalid" },
  微信: { errcode: 42001, errmsg: "access_token expired" },
};

/** A page with data of two providers, whose sessions have ended. Nothing leaves the browser. */
export interface ProvidersWorld {
  readonly client: TencentErrorClient;
  /** Answers by the session of that provider. */
  load(name: ProviderName): Promise<string>;
}

/** `panel`: the sign-in with WeChat is a code in the prompt. `renews`: a server that renews by itself. */
export function createProvidersWorld({ panel = false, renews = false } = {}): ProvidersWorld {
  const isIn = { QQ: false, 微信: false };
  const signIn = async (name: ProviderName, ms = 700): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, ms));
    isIn[name] = true;
  };
  const flow = (name: ProviderName): ReauthFlow => ({
    kind: "pretended",
    ...(name === "微信" && { provider: { id: "wechat", name } }),
    start: ({ onProgress }) => {
      if (!panel) return { outcome: signIn(name).then(() => ({ status: "succeeded" as const, accountId: "ming" })) };
      let scan: () => void = () => undefined;
      queueMicrotask(() => onProgress({ status: "waiting" }));
      return {
        outcome: new Promise<void>((resolve) => (scan = resolve))
          .then(async () => signIn(name, 0))
          .then(() => ({ status: "succeeded" as const, accountId: "ming" })),
        panel(element) {
          const code = document.createElement("button");
          code.type = "button";
          code.className = "pretended-code";
          code.ariaLabel = `${name} QR`;
          code.onclick = () => scan();
          element.append(code);
          return () => code.remove();
        },
      };
    },
  });
  const client = createTencentErrorClient({
    catalogs: [tencentCatalog, wechat],
    reauth: [flow("QQ"), flow("微信")],
    accountId: () => "ming",
    ...(renews && {
      renew: async ({ catalog }) => signIn(catalog === "wechat" ? "微信" : "QQ", 400),
    }),
  });
  const load = client.guard(
    async (name: ProviderName) => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      unwrap<unknown>(isIn[name] ? { ret: 0 } : bodies[name]);
      return name;
    },
    { replay: "auto", key: "list" },
  );
  return { client, load };
}

interface ProvidersPageProps {
  readonly locale: Locale;
  readonly world: () => ProvidersWorld;
  readonly names: readonly ProviderName[];
  readonly children?: ((world: ProvidersWorld) => ReactNode) | undefined;
}

/** Each provider's part, as it stands, with the one prompt. */
export function ProvidersPage({ locale, world: create, names, children }: ProvidersPageProps): ReactElement {
  const [world] = useState(create);
  useEffect(() => () => world.client.dispose(), [world]);
  return (
    <TencentErrorProvider client={world.client} locale={locale}>
      {names.map((name) => (
        <Part key={name} name={name} load={world.load} />
      ))}
      {children?.(world)}
      <ReauthPrompt interrupt="always" />
    </TencentErrorProvider>
  );
}

function Part({ name, load }: Pick<ProvidersWorld, "load"> & { readonly name: ProviderName }): ReactElement {
  const [state, setState] = useState<{ readonly data?: string; readonly error?: unknown }>({});
  useEffect(() => {
    load(name).then(
      (data) => setState({ data }),
      (error: unknown) => setState({ error }),
    );
  }, [name, load]);
  return (
    <section aria-label={name}>
      <h2>{name}</h2>
      {state.data === undefined ? null : <p>✓ {state.data}</p>}
      {state.error === undefined ? null : <ErrorNotice error={state.error} />}
    </section>
  );
}

/** What the client told, in its own words: nothing of a renewal is seen but this. */
export function Timeline({ client }: Pick<ProvidersWorld, "client">): ReactElement {
  const [events, setEvents] = useState<readonly KitEvent[]>(() => client.recentEvents());
  useEffect(() => client.on(() => setEvents(client.recentEvents())), [client]);
  return (
    <ol aria-label="Timeline" lang="en" dir="ltr">
      {events.map(({ type, at, provider = "" }, place) => (
        <li key={place}>{`+${String(at - (events[0]?.at ?? at))} ms ${type} ${provider}`}</li>
      ))}
    </ol>
  );
}
