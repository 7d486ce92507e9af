import { QueryClient, QueryClientProvider, useSuspenseQuery } from "@tanstack/react-query";
import * as tanstack from "@tanstack/react-router";
import type { ReactElement } from "react";
import { createMemoryRouter, RouterProvider, useLoaderData, useNavigate, useRouteError } from "react-router";
import type { TencentErrorClient } from "../../../src/core.js";
import { createTencentFetch, tencentFetch } from "../../../src/fetch.js";
import { ErrorNotice } from "../../../src/index.js";
import { attachTencentErrors } from "../../../src/query.js";
import type { Layer, Me } from "./Layer.js";

type Read = () => Promise<Me>;

function RoutedMe(): ReactElement {
  return <p>{useLoaderData<Me>().nickname}</p>;
}

function RouteError(): ReactElement {
  const navigate = useNavigate();
  return <ErrorNotice error={useRouteError()} reset={() => void navigate(".", { replace: true })} />;
}

function reactRouter(loader: Read): ReactElement {
  const route = { path: "/", loader, Component: RoutedMe, ErrorBoundary: RouteError, HydrateFallback: () => null };
  return <RouterProvider router={createMemoryRouter([route])} />;
}

const router: Layer = {
  name: "React Router",
  alone: () => reactRouter(() => tencentFetch<Me>("/api/me")),
  joined: (client) => {
    const guardedFetch = createTencentFetch(client);
    return reactRouter(() => guardedFetch<Me>("/api/me"));
  },
};

function Failed({ error, reset }: tanstack.ErrorComponentProps): ReactElement {
  const ofPage = tanstack.useRouter();
  return <ErrorNotice error={error} reset={() => void ofPage.invalidate().then(reset)} />;
}

function tanstackRouter(loader: () => Promise<unknown>, component: () => ReactElement): ReactElement {
  const root = tanstack.createRootRoute();
  const page = tanstack.createRoute({
    getParentRoute: () => root,
    path: "/",
    loader,
    component,
    errorComponent: Failed,
  });
  const routeTree = root.addChildren([page]);
  return (
    <tanstack.RouterProvider router={tanstack.createRouter({ routeTree, history: tanstack.createMemoryHistory() })} />
  );
}

function LoadedMe(): ReactElement {
  return <p>{tanstack.useLoaderData({ strict: false, select: (me: unknown) => (me as Me).nickname })}</p>;
}

const routerOfTanStack: Layer = {
  name: "TanStack Router",
  alone: () => tanstackRouter(() => tencentFetch<Me>("/api/me"), LoadedMe),
  joined: withQueries,
};

/** Its documentation's way with TanStack Query: the loader asks for what the page then reads. */
function withQueries(client: TencentErrorClient): ReactElement {
  const queryClient = new QueryClient();
  attachTencentErrors(queryClient, client);
  const me = { queryKey: ["me"], queryFn: () => tencentFetch<Me>("/api/me") };
  const Page = (): ReactElement => <p>{useSuspenseQuery(me).data.nickname}</p>;
  return (
    <QueryClientProvider client={queryClient}>
      {tanstackRouter(() => queryClient.query({ ...me, staleTime: "static" }), Page)}
    </QueryClientProvider>
  );
}

export const routerLayers: readonly Layer[] = [router, routerOfTanStack];
