import { QueryClient, QueryClientProvider, useMutation, useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import useSWR, { SWRConfig } from "swr";
import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { createTencentErrorClient, defineCatalog, tencentCatalog, unwrap } from "../../src/core.js";
import { ErrorNotice, ReauthPrompt, TencentErrorProvider } from "../../src/index.js";
import en from "../../src/locales/en.js";
import { attachTencentErrors, tencentQueryDefaults } from "../../src/query.js";
import { tencentSwr } from "../../src/swr.js";
import { fakeReauth, ready } from "../../src/testing.js";

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

/** An app with data of both providers, as its author writes it. */
async function twoProviders() {
  await ready();
  const isIn = { qq: false, wechat: false };
  const sent: string[] = [];
  const qq = fakeReauth();
  const weixin = fakeReauth([], { provider: { id: "wechat", name: "WeChat" } });
  const client = createTencentErrorClient({
    catalogs: [tencentCatalog, wechat],
    reauth: [qq, weixin],
    accountId: () => "ann",
  });
  const queryClient = new QueryClient({ defaultOptions: { queries: tencentQueryDefaults(client) } });
  const detach = attachTencentErrors(queryClient, client);
  async function load(name: "qq" | "wechat", what: string): Promise<string> {
    sent.push(`${name} ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
    const failed = name === "qq" ? { ret: -21, msg: "revoked" } : { errcode: 42001, errmsg: "access_token expired" };
    unwrap(isIn[name] ? { ret: 0 } : failed);
    return `${name} ${what} is here`;
  }
  const save = client.guard(load, { replay: "auto" });
  const swr = tencentSwr(client);

  function List({ name }: { readonly name: "qq" | "wechat" }): ReactElement {
    const query = useQuery({ queryKey: [name, "list"], queryFn: async () => load(name, "list") });
    const profile = useSWR(`${name} profile`, async () => load(name, "profile"));
    const change = useMutation({ mutationFn: async () => save(name, "change") });
    return (
      <section aria-label={name}>
        {query.data} · {profile.data} · {change.data}
        <ErrorNotice error={query} />
        <button onClick={() => change.mutate()}>Save at {name}</button>
      </section>
    );
  }

  function end(): void {
    detach();
    client.dispose();
  }

  const { container } = await render(
    <QueryClientProvider client={queryClient}>
      <SWRConfig value={{ ...swr, provider: () => new Map() }}>
        <TencentErrorProvider client={client} locale={en}>
          <List name="wechat" />
          <List name="qq" />
          <ReauthPrompt variant="inline" />
        </TencentErrorProvider>
      </SWRConfig>
    </QueryClientProvider>,
  );
  const prompt = (): string => document.querySelector("[data-part=prompt]")?.textContent ?? "";
  const section = (name: string): string => container.querySelector(`[aria-label=${name}]`)?.textContent ?? "";
  return { client, qq, weixin, isIn, sent, prompt, section, end };
}

function click(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.click();
}

test("queries, keys and changes of two providers: one prompt at a time, each heals its own", async () => {
  const { client, qq, weixin, isIn, sent, prompt, section, end } = await twoProviders();
  await expect.poll(() => section("qq")).toContain("QQ account was withdrawn");
  await page.getByText("Save at qq").click();
  await page.getByText("Save at wechat").click();
  const changes = (): readonly number[] => client.reauth.getSnapshot().providers?.map((each) => each.changes) ?? [];
  await expect.poll(changes).toEqual([1, 1, 0]);
  await expect.poll(prompt).toMatch(/WeChat/);
  expect(prompt()).not.toContain("QQ");
  expect(section("wechat")).toContain("WeChat");
  expect(section("wechat")).not.toContain("QQ");
  expect(section("qq")).not.toContain("WeChat");

  const before = sent.length;
  click("[data-part=prompt] [data-part=start]");
  expect([qq.starts, weixin.starts]).toEqual([0, 1]);
  weixin.progress({ status: "waiting" });
  await expect.poll(() => section("wechat")).toContain("Sign in on the WeChat page");
  isIn.wechat = true;
  weixin.end({ status: "succeeded", accountId: "ann" });
  await expect.poll(() => section("wechat")).toMatch(/list is here · wechat profile is here · wechat change is here/);
  await expect.poll(prompt).toContain("QQ");
  expect(sent.slice(before).filter((each) => each.startsWith("qq"))).toEqual([]);
  expect(sent.slice(before).sort()).toEqual(["wechat change", "wechat list", "wechat profile"]);
  expect(section("qq")).toContain("QQ account was withdrawn");

  const then = sent.length;
  click("[data-part=prompt] [data-part=start]");
  expect([qq.starts, weixin.starts]).toEqual([1, 1]);
  isIn.qq = true;
  qq.end({ status: "succeeded", accountId: "ann" });
  await expect.poll(() => section("qq")).toMatch(/list is here · qq profile is here · qq change is here/);
  expect(sent.slice(then).sort()).toEqual(["qq change", "qq list", "qq profile"]);
  await expect.poll(prompt).toBe("");
  end();
});

test("the button of a notice opens its own provider, whichever is asked for", async () => {
  const { qq, weixin, isIn, sent, prompt, section, end } = await twoProviders();
  await expect.poll(prompt).toContain("WeChat");
  await expect.poll(() => document.querySelectorAll("[aria-label=qq] [data-action=reauthorize]").length).toBe(1);
  const before = sent.length;
  click("[aria-label=qq] [data-action=reauthorize]");
  expect([qq.starts, weixin.starts]).toEqual([1, 0]);
  await expect.poll(prompt).not.toContain("WeChat");
  isIn.qq = true;
  qq.end({ status: "succeeded", accountId: "ann" });
  await expect.poll(() => section("qq")).toMatch(/list is here · qq profile is here/);
  expect(sent.slice(before).sort()).toEqual(["qq list", "qq profile"]);
  await expect.poll(prompt).toContain("WeChat");
  end();
});
