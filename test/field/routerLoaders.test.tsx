import * as tanstack from "@tanstack/react-router";
import type { ReactElement } from "react";
import { createMemoryRouter, RouterProvider, useLoaderData } from "react-router";
import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { createTencentErrorClient } from "../../src/core.js";
import { fakeReauth } from "../../src/testing/fakeReauth.js";

interface Routed {
  readonly router: ReactElement;
  /** Runs the loaders again. */
  again(): unknown;
}

function reactRouter(loader: () => Promise<string>): Routed {
  const Page = (): ReactElement => <p>{useLoaderData<string>()}</p>;
  const router = createMemoryRouter([{ path: "/", loader, Component: Page, HydrateFallback: () => null }]);
  return { router: <RouterProvider router={router} />, again: () => router.revalidate() };
}

function tanstackRouter(loader: () => Promise<string>): Routed {
  const root = tanstack.createRootRoute();
  const Page = (): ReactElement => <p>{tanstack.useLoaderData({ strict: false, select: String })}</p>;
  const home = tanstack.createRoute({ getParentRoute: () => root, path: "/", loader, component: Page });
  const router = tanstack.createRouter({
    routeTree: root.addChildren([home]),
    history: tanstack.createMemoryHistory(),
  });
  return { router: <tanstack.RouterProvider router={router} />, again: () => router.invalidate() };
}

test.each([
  ["React Router", reactRouter],
  ["TanStack Router", tanstackRouter],
])("the loaders of %s that had not failed are run again after a sign-in", async (_name, routerOf) => {
  let who = "a visitor";
  const client = createTencentErrorClient({ reauth: fakeReauth() });
  const { router, again } = routerOf(async () => {
    await Promise.resolve();
    return who;
  });
  client.on(({ type }) => {
    if (type === "reauth.succeeded") void again();
  });
  await render(router);
  await expect.element(page.getByText("a visitor")).toBeVisible();
  who = "Ann";
  client.reauth.renewed("ann");
  await expect.element(page.getByText("Ann")).toBeVisible();
});
