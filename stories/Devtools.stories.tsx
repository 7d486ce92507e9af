import type { Meta, StoryObj } from "@storybook/react-vite";
import { useState, type ReactElement } from "react";
import { expect, userEvent, within } from "storybook/test";
import { createTencentErrorClient, type TencentErrorClient } from "../src/core.js";
import { tencentErrorDevtools } from "../src/devtools.js";
import { ReauthPrompt, TencentErrorProvider } from "../src/index.js";
import { localeOf } from "./decorators.js";

/** The panel for TanStack Devtools: what failed and why, where a sign-in stands, and a way to cause a failure. In English, for developers. */
const meta: Meta = {
  title: "Devtools",
  tags: ["!manifest"],
  parameters: { layout: "fullscreen", page: { bare: true } },
};
export default meta;
type Story = StoryObj;

/** A client that has seen some failures. */
function clientWithPast(): TencentErrorClient {
  const client = createTencentErrorClient({
    reauth: { kind: "pretended", start: () => ({ outcome: Promise.resolve({ status: "succeeded" }) }) },
  });
  for (const body of [{ ret: -6 }, { ret: -5 }, { ret: -5 }, { error: 100010 }, { ret: -999 }]) client.diagnose(body);
  client.reauth.require(client.diagnose({ ret: -73 }));
  return client;
}

function Shell({ tag, theme }: { readonly tag: unknown; readonly theme: unknown }): ReactElement {
  const [client] = useState(clientWithPast);
  return (
    <TencentErrorProvider client={client} locale={localeOf(tag)}>
      <div style={{ colorScheme: theme === "dark" ? "dark" : "light", background: "Canvas", minBlockSize: "100vh" }}>
        {tencentErrorDevtools(client).render}
      </div>
      <ReauthPrompt interrupt="never" />
    </TencentErrorProvider>
  );
}

/** Filter the failures, copy them for an issue, inject another one. */
export const Panel: Story = {
  render: (_, { globals }) => <Shell tag={globals["locale"]} theme={globals["theme"]} />,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByRole("row", { name: /-6 openapi rateLimit/ })).toBeVisible();
    await userEvent.type(canvas.getByRole("searchbox", { name: "Filter" }), "signature");
    await expect(canvas.queryByRole("row", { name: /-6 openapi rateLimit/ })).toBeNull();
    await expect(canvas.getByRole("row", { name: /-5 openapi signature 2/ })).toBeVisible();
    await userEvent.clear(canvas.getByRole("searchbox", { name: "Filter" }));
  },
};
