import { ApolloClient, gql, HttpLink, InMemoryCache, type TypedDocumentNode } from "@apollo/client";
import { ApolloProvider, useQuery } from "@apollo/client/react";
import { configureStore } from "@reduxjs/toolkit";
import { createApi, fetchBaseQuery } from "@reduxjs/toolkit/query/react";
import { useRequest } from "ahooks";
import { type AlovaGenerics, createAlova, type Method } from "alova";
import { useRequest as useAlova } from "alova/client";
import adapterFetch from "alova/fetch";
import ReactHook from "alova/react";
import { type ReactElement, useState } from "react";
import { Provider } from "react-redux";
import { unwrap } from "../../../src/core.js";
import { createTencentFetch, tencentFetch } from "../../../src/fetch.js";
import { ErrorNotice } from "../../../src/index.js";
import type { Layer, Me } from "./Layer.js";

function AhooksMe({ read }: { readonly read: () => Promise<Me> }): ReactElement {
  const me = useRequest(read);
  return me.error ? <ErrorNotice error={me} /> : <p>{me.data?.nickname}</p>;
}

const ahooks: Layer = {
  name: "ahooks",
  alone: () => <AhooksMe read={() => tencentFetch<Me>("/api/me")} />,
  joined: (client) => {
    const guardedFetch = createTencentFetch(client);
    return <AhooksMe read={() => guardedFetch<Me>("/api/me")} />;
  },
};

type Read = (url: string) => Promise<Me>;

/** RTK Query's own fetch, told what a failure is, or the kit's. */
function createMeApi(read?: Read) {
  const baseQuery = fetchBaseQuery({
    baseUrl: location.origin,
    validateStatus: (response, body: { readonly ret: number }) => response.ok && body.ret === 0,
  });
  return createApi({
    baseQuery,
    endpoints: (build) => ({
      me: build.query<Me, undefined>(
        read === undefined
          ? { query: () => "/api/me" }
          : {
              queryFn: async () => {
                try {
                  return { data: await read("/api/me") };
                } catch (error) {
                  return { error: { status: "CUSTOM_ERROR", error: String(error), data: error } };
                }
              },
            },
      ),
    }),
  });
}

function RtkMe({ api }: { readonly api: ReturnType<typeof createMeApi> }): ReactElement {
  const me = api.useMeQuery(undefined);
  return me.isError ? <ErrorNotice error={me} /> : <p>{me.data?.nickname}</p>;
}

function RtkPage({ read }: { readonly read?: Read }): ReactElement {
  const [{ api, store }] = useState(() => {
    const api = createMeApi(read);
    const store = configureStore({
      reducer: { [api.reducerPath]: api.reducer },
      middleware: (standard) => standard({ serializableCheck: false }).concat(api.middleware),
    });
    return { api, store };
  });
  return (
    <Provider store={store}>
      <RtkMe api={api} />
    </Provider>
  );
}

const rtk: Layer = {
  name: "RTK Query",
  alone: () => <RtkPage />,
  joined: (client) => <RtkPage read={createTencentFetch(client)} />,
};

const meQuery: TypedDocumentNode<{ readonly me: Me }> = gql`
  query Me {
    me {
      nickname
    }
  }
`;

function ApolloMe(): ReactElement {
  const me = useQuery(meQuery);
  return me.error ? <ErrorNotice error={me} /> : <p>{me.data?.me.nickname}</p>;
}

function ApolloPage({ send }: { readonly send?: typeof fetch }): ReactElement {
  const [client] = useState(
    () =>
      new ApolloClient({
        cache: new InMemoryCache(),
        link: new HttpLink({ uri: "/graphql", ...(send && { fetch: send }) }),
      }),
  );
  return (
    <ApolloProvider client={client}>
      <ApolloMe />
    </ApolloProvider>
  );
}

const apollo: Layer = {
  name: "Apollo",
  alone: () => <ApolloPage />,
  joined: (client) => {
    const guardedFetch = createTencentFetch(client);
    return (
      <ApolloPage
        // it posts its queries too, which may be sent twice
        send={async (input, init) => Response.json(await guardedFetch(input, init, { replay: "auto" }))}
      />
    );
  },
};

function AlovaMe({ get }: { readonly get: () => Method<AlovaGenerics<Me>> }): ReactElement {
  const me = useAlova(get);
  return (
    <>
      <p>{(me.data as Me | undefined)?.nickname}</p>
      <ErrorNotice error={me} />
    </>
  );
}

const alova: Layer = {
  name: "alova",
  alone: () => {
    const api = createAlova({
      statesHook: ReactHook,
      cacheFor: null,
      requestAdapter: adapterFetch(),
      responded: async (response: Response) => unwrap(await response.json(), response),
    });
    return <AlovaMe get={() => api.Get<Me>("/api/me")} />;
  },
  joined: (client) => {
    const guardedFetch = createTencentFetch(client);
    const api = createAlova({
      statesHook: ReactHook,
      cacheFor: null,
      requestAdapter: ({ url, type }) => ({
        response: () => guardedFetch(url, { method: type }),
        headers: async () => new Headers(),
        abort: () => undefined,
      }),
    });
    return <AlovaMe get={() => api.Get<Me>("/api/me")} />;
  },
};

export const storeLayers: readonly Layer[] = [ahooks, rtk, apollo, alova];
