import axios, { type AxiosAdapter, AxiosError } from "axios";
import { expect, test, vi } from "vitest";
import { attachTencentAxios } from "../../src/axios.js";
import { createTencentErrorClient, type TencentCall, type TencentErrorClient } from "../../src/core.js";
import { createTencentFetch } from "../../src/fetch.js";

const revoked = { ret: -21, msg: "revoked" };
const own = `${location.origin}/api/tencent/me?page=2`;
const theirs = "https://graph.qq.com/user/get_user_info";

type Call = (client: TencentErrorClient, address: string, status: number) => Promise<unknown>;

/** A `fetch` whose answers know their address, as those of a server do. */
const answering =
  (status: number): typeof fetch =>
  async (input) => {
    const answer = Response.json(revoked, { status });
    const asked = typeof input === "object" && "url" in input ? input.url : String(input);
    return Object.defineProperty(answer, "url", { value: new URL(asked, location.href).href });
  };

const adapter =
  (status: number): AxiosAdapter =>
  async (config) => {
    const answer = { data: JSON.stringify(revoked), status, statusText: "", headers: {}, config };
    if (status >= 400) throw new AxiosError("failed", "ERR_BAD_REQUEST", config, {}, answer);
    return answer;
  };

/** Each layer, with the addresses as an app writes them. */
const layers: Readonly<Record<string, Call>> = {
  "fetch with an address": (client, address, status) => createTencentFetch(client, answering(status))(address),
  "fetch with a Request": (client, address, status) =>
    createTencentFetch(client, answering(status))(new Request(address)),
  "a fetch that tells no address": (client, address, status) =>
    createTencentFetch(client, () => Promise.resolve(Response.json(revoked, { status })))(address),
  axios(client, address, status) {
    const http = axios.create({ adapter: adapter(status) });
    attachTencentAxios(http, client);
    return http.get(address);
  },
  "axios with a base": (client, address, status) => {
    const [, base = "", path = ""] = /^((?:https?:\/\/[^/]+)?\/[^/]+)\/(.*)$/.exec(address) ?? [];
    const http = axios.create({ adapter: adapter(status), baseURL: base });
    attachTencentAxios(http, client);
    return http.get(path);
  },
  async "an axios that is not attached"(client, address, status) {
    const error: unknown = await axios
      .get(address, { adapter: adapter(status === 200 ? 401 : status) })
      .catch((thrown: unknown) => thrown);
    client.diagnose(error);
    throw error;
  },
};

const addresses = [
  ["an address of this origin", own, "/api/tencent/me?page=2"],
  ["a path", "/api/tencent/me?page=2", "/api/tencent/me?page=2"],
  ["an address of Tencent's", theirs, theirs],
] as const;

test.each(Object.keys(layers).flatMap((layer) => addresses.map((address) => [layer, ...address] as const)))(
  "%s: `isTencent` gets %s in one form",
  async (layer, _what, address, seen) => {
    for (const status of [200, 401]) {
      const isTencent = vi.fn((_call: TencentCall) => true);
      await expect(layers[layer]?.(createTencentErrorClient({ isTencent }), address, status)).rejects.toThrow();
      expect(isTencent.mock.calls[0]?.[0].url).toBe(seen);
    }
  },
);

test.each(Object.keys(layers))("%s: what an author writes of addresses is right", async (layer) => {
  const rule = ({ url = "" }: TencentCall): boolean => url.startsWith("/api/tencent/") || url.includes("graph.qq.com");
  const client = createTencentErrorClient({ isTencent: rule });
  const categoryOf = async (address: string): Promise<string> => {
    const error: unknown = await layers[layer]?.(client, address, 401).catch((thrown: unknown) => thrown);
    return client.diagnose(error).category;
  };
  for (const address of [own, "/api/tencent/me", theirs]) expect(await categoryOf(address)).toBe("reauth");
  expect(await categoryOf("/api/orders")).not.toBe("reauth");
  expect(await categoryOf(`${location.origin}/api/orders`)).not.toBe("reauth");
});
