import { expect, test, type APIRequestContext } from "@playwright/test";

/** What Storybook's MCP server answers to a call of one of its tools, as text. */
async function callTool(request: APIRequestContext, name: string, args: object): Promise<string> {
  const headers = { accept: "application/json, text/event-stream" };
  const clientInfo = { name: "e2e", version: "1" };
  const hello = await request.post("/mcp", {
    headers,
    data: {
      jsonrpc: "2.0",
      id: 1,
      method: "initialize",
      params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo },
    },
  });
  const session = { "mcp-session-id": hello.headers()["mcp-session-id"] ?? "" };
  const answer = await request.post("/mcp", {
    headers: { ...headers, ...session },
    data: { jsonrpc: "2.0", id: 2, method: "tools/call", params: { name, arguments: args } },
    timeout: 120_000,
  });
  return answer.text();
}

// Storybook reads all types at the first question, and starts Vitest at the first run
test.describe.configure({ mode: "serial", timeout: 240_000 });

test("agents read a component's props and examples through Storybook's MCP server", async ({ request }) => {
  expect(await callTool(request, "docs-list", {})).toContain("ReauthPrompt (reauthprompt)");
  const notice = await callTool(request, "docs-show", { id: "errornotice" });
  for (const word of ["variant", "audience", "errornotice--revoked-token"]) expect(notice).toContain(word);
});

test("agents and Storybook's own button run stories, with the sandbox behind them", async ({ request }) => {
  const stories = [{ storyId: "errornotice--revoked-token" }, { storyId: "reauthprompt--playground" }];
  // the addon gives Vitest 30 s to start, and a busy machine may need more
  await expect(async () => {
    const said = await callTool(request, "test-run", { stories });
    expect(said).toContain("## Passing Stories");
    for (const { storyId } of stories) expect(said).toContain(`- ${storyId}`);
    expect(said).not.toContain("Failing");
  }).toPass({ timeout: 200_000 });
});
