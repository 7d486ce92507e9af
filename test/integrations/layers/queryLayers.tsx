import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { initTRPC, TRPCError } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { createTRPCClient, httpBatchLink } from "@trpc/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { type ReactElement, useState } from "react";
import useSWR, { SWRConfig } from "swr";
import { TencentError, type TencentErrorClient, unwrap } from "../../../src/core.js";
import { tencentFetch } from "../../../src/fetch.js";
import { ErrorNotice } from "../../../src/index.js";
import { attachTencentErrors, tencentQueryDefaults } from "../../../src/query.js";
import { tencentSwr } from "../../../src/swr.js";
import type { Layer, Me } from "./Layer.js";

const readMe = (): Promise<Me> => tencentFetch<Me>("/api/me");

function QueriedMe(): ReactElement {
  const me = useQuery({ queryKey: ["me"], queryFn: readMe });
  return me.isError ? <ErrorNotice error={me} /> : <p>{me.data?.nickname}</p>;
}

function withQueries(queryClient: QueryClient, page: ReactElement): ReactElement {
  return <QueryClientProvider client={queryClient}>{page}</QueryClientProvider>;
}

const query: Layer = {
  name: "TanStack Query",
  alone: (client) =>
    withQueries(new QueryClient({ defaultOptions: { queries: tencentQueryDefaults(client) } }), <QueriedMe />),
  joined: (client) => withQueries(joinedTo(client), <QueriedMe />),
};

function joinedTo(client: TencentErrorClient): QueryClient {
  const queryClient = new QueryClient();
  attachTencentErrors(queryClient, client);
  return queryClient;
}

function SwrMe(): ReactElement {
  const { data, error, mutate, isValidating } = useSWR("/api/me", readMe);
  return error === undefined ? (
    <p>{data?.nickname}</p>
  ) : (
    <ErrorNotice error={{ data, error: error as unknown, mutate, isValidating }} />
  );
}

const swr: Layer = {
  name: "SWR",
  alone: () => (
    <SWRConfig value={{ provider: () => new Map(), shouldRetryOnError: false }}>
      <SwrMe />
    </SWRConfig>
  ),
  joined: (client) => (
    <SWRConfig value={{ provider: () => new Map(), ...tencentSwr(client) }}>
      <SwrMe />
    </SWRConfig>
  ),
};

// The server of a tRPC app, which asks the platform and hands a failure on.
const t = initTRPC.create({
  allowOutsideOfServer: true,
  errorFormatter: ({ shape, error }) => ({
    ...shape,
    data: { ...shape.data, cause: error.cause instanceof TencentError ? error.cause.toJSON() : null },
  }),
});
const router = t.router({
  me: t.procedure.query(async () => {
    const answer = await fetch("/api/me");
    try {
      return unwrap(await answer.json(), answer) as Me;
    } catch (cause) {
      throw new TRPCError({ code: "UNAUTHORIZED", cause });
    }
  }),
});
type Router = typeof router;
const { TRPCProvider, useTRPC } = createTRPCContext<Router>();

function TrpcMe(): ReactElement {
  const me = useQuery(useTRPC().me.queryOptions());
  return me.isError ? <ErrorNotice error={me} /> : <p>{me.data?.nickname}</p>;
}

function TrpcPage({ queryClient }: { readonly queryClient: QueryClient }): ReactElement {
  const [trpcClient] = useState(() =>
    createTRPCClient<Router>({
      links: [
        httpBatchLink({
          url: `${location.origin}/trpc`,
          fetch: (url, init) =>
            fetchRequestHandler({ endpoint: "/trpc", router, req: new Request(url, init as RequestInit) }),
        }),
      ],
    }),
  );
  return withQueries(
    queryClient,
    <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
      <TrpcMe />
    </TRPCProvider>,
  );
}

const trpc: Layer = {
  name: "tRPC",
  alone: (client) => (
    <TrpcPage queryClient={new QueryClient({ defaultOptions: { queries: tencentQueryDefaults(client) } })} />
  ),
  joined: (client) => <TrpcPage queryClient={joinedTo(client)} />,
};

export const queryLayers: readonly Layer[] = [query, swr, trpc];
