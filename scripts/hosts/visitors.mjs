// Two visitors of one server, whose pages and routes share one client: neither sees anything of the other.

/** @typedef {import("./visit.mjs").Sandbox} Sandbox */

/** What 2,000 requests may leave on the heap, in bytes. */
const heapBound = 6_000_000;

/**
 * @param {string} origin
 * @param {Sandbox} sandbox
 * @param {() => boolean} isAlive
 */
export async function visitorsApart(origin, sandbox, isAlive) {
  const [one, two] = [await enter(origin, "account-a"), await enter(origin, "account-b")];
  const refused = { path: "/app/api/friends", code: -21 };
  const asked = () => sandbox.calls().filter(({ path }) => path === "/app/api/friends").length;

  sandbox.order(refused);
  const failed = await one("/api/friends");
  same(await failed.text().then((text) => text.includes("-21")), true, "the first visitor's call fails with -21");
  const before = asked();
  const fine = await two("/api/friends").then((response) => response.json());
  same(asked() - before, 1, "the second visitor's call of the same address is sent");
  same(names(fine), "Grace 小刚", "the second visitor gets their own friends");

  sandbox.order(refused);
  same((await page(one)).includes("李雷"), false, "a page whose prefetch failed has no friends yet");
  same((await page(two)).includes("Grace"), true, "the second visitor's page is rendered with their friends");
  same((await page(one)).includes("Grace"), false, "the first visitor's page has none of them");

  sandbox.order({ ...refused, method: "POST" });
  const since = performance.now();
  const change = await one("/api/friends", { method: "POST", body: JSON.stringify({ name: "Held" }) });
  same(change.status, 401, "a change fails");
  same(performance.now() - since < 2000, true, "at once");
  same(sandbox.executions(), 0, "and is not sent later");

  await storm(one, two, sandbox, 400);
  const start = await heap(one);
  await storm(one, two, sandbox, 2000);
  const grown = (await heap(one)) - start;
  console.log(`  heap after 2,000 requests: ${(grown / 1e6).toFixed(2)} MB more, of ${(start / 1e6).toFixed(1)} MB`);
  same(grown < heapBound, true, `memory stays flat (${grown} bytes)`);
  same(isAlive(), true, "the server lives, though each event's listener throws");
}

/**
 * Requests of two visitors in turns: friends, profiles, failures, changes that fail. Whatever is answered must be one's own.
 * @param {Ask} one @param {Ask} two @param {Sandbox} sandbox @param {number} count
 */
async function storm(one, two, sandbox, count) {
  for (let sent = 0; sent < count; sent += 20) {
    for (let failing = 0; failing < 8; failing++) sandbox.order({ path: "/app/api/", code: -21 });
    const answers = Array.from({ length: 20 }, async (_, index) => {
      const isFirst = index % 2 === 0;
      const visitor = isFirst ? one : two;
      const isChange = index % 5 === 4;
      const init = isChange ? { method: "POST", body: JSON.stringify({ name: "" }) } : {};
      const text = await (await visitor(`/api/friends?at=${sent + index}`, init)).text();
      same(text.includes(isFirst ? "Grace" : "李雷"), false, "an answer is the visitor's own");
    });
    await Promise.all(answers);
  }
}

/** @typedef {(path: string, init?: RequestInit) => Promise<Response>} Ask */

/**
 * @param {string} origin
 * @param {string} account
 * @returns {Promise<Ask>}
 */
async function enter(origin, account) {
  const body = JSON.stringify({ account });
  const response = await fetch(`${origin}/api/session/demo`, { method: "POST", body });
  const cookie = response.headers.get("set-cookie")?.split(";")[0] ?? "";
  return (path, init) => fetch(`${origin}${path}`, { ...init, headers: { cookie } });
}

/** @param {Ask} visitor */
const page = async (visitor) => (await visitor("/")).text();

/** @param {Ask} visitor @returns {Promise<number>} */
const heap = async (visitor) => (await (await visitor("/api/memory")).json()).heapUsed;

/** @param {{ friends: readonly { nickname: string }[] }} answer */
const names = ({ friends }) => friends.map(({ nickname }) => nickname).join(" ");

/** @param {unknown} got @param {unknown} wanted @param {string} what */
function same(got, wanted, what) {
  if (got !== wanted) throw new Error(`${what}: ${String(got)}, not ${String(wanted)}`);
}
