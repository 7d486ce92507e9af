// Runs in the page. N observers of N queries in one QueryClient; all requests fail in the same task with 'token expired'.
import { Fragment, memo, useLayoutEffect } from "react";
import { createRoot } from "react-dom/client";
import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import * as peer from "bench:peer";

// the runner installs a React DevTools hook before this script, to count commits in a production build
const commits = globalThis.__commits;

const now = () => performance.now();
const painted = () =>
  new Promise((r) =>
    requestAnimationFrame(() => {
      const c = new MessageChannel();
      c.port1.onmessage = () => r(now());
      c.port2.postMessage(0);
    }),
  );
const sleep = (ms) => new Promise((r) => setTimeout(r, ms));

// eight codes of one trouble, mixed: a sign-in heals them all
const CODES = [-21, -23, -24, -73, 100013, 100014, 100015, 100016];
// a changed password takes the person: no server renews that session in silence
const RENEWABLE = CODES.filter((code) => code !== -73);

/** The fake service. Answers wait for the gate, then leave in one task ('burst') or one task each ('tasks'). */
function makeServer(delivery, codes) {
  let queue = [],
    open = false,
    scheduled = false,
    valid = 1;
  const chan = new MessageChannel();
  const answer = ({ i, token, res, rej }) =>
    token === valid
      ? res({ ret: 0, i })
      : rej(
          Object.assign(new Error("access token expired"), {
            status: 401,
            data: { ret: codes[i % codes.length], msg: "access token expired" },
          }),
        );
  // the first wave leaves as soon as the gate opens; later ones after a 20 ms round trip
  const kick = (ms) => {
    if (open && !scheduled && queue.length) {
      scheduled = true;
      ms ? setTimeout(() => chan.port2.postMessage(0), ms) : chan.port2.postMessage(0);
    }
  };
  chan.port1.onmessage = () => {
    scheduled = false;
    if (delivery === "tasks") answer(queue.shift());
    else {
      const q = queue;
      queue = [];
      q.forEach(answer);
    }
    kick(0);
  };
  const s = {
    token: 1,
    requests: 0,
    refreshes: 0,
    get(i, token = s.token) {
      s.requests++;
      return new Promise((res, rej) => {
        queue.push({ i, token, res, rej });
        kick(20);
      });
    },
    refresh() {
      s.refreshes++;
      return sleep(5).then(() => {
        s.token = valid;
      });
    },
    login() {
      s.token = valid;
    },
    expire() {
      valid++;
    },
    open() {
      open = true;
      kick(0);
    },
  };
  return s;
}

let renders = 0,
  N = 0,
  waiter = null,
  server,
  a,
  root;
let status = [],
  count = { pending: 0, error: 0, success: 0 };
const check = () => {
  if (waiter && waiter.cond()) {
    const w = waiter;
    waiter = null;
    w.res(now());
  }
};
const until = (cond) =>
  cond()
    ? Promise.resolve(now())
    : new Promise((res) => {
        waiter = { cond, res };
      });

const Item = memo(function Item({ i }) {
  renders++;
  const { isPending, error, data } = useQuery({
    queryKey: ["q", i],
    queryFn: (context) => (a.queryFn ? a.queryFn(i, context) : server.get(i)),
    retry: false,
    staleTime: Infinity,
    ...a.queryOptions,
  });
  const extra = a.useInItem?.();
  const s = error ? "error" : isPending ? "pending" : "success";
  useLayoutEffect(() => {
    if (status[i]) count[status[i]]--;
    status[i] = s;
    count[s]++;
    check();
    return () => {
      if (status[i]) {
        count[status[i]]--;
        status[i] = undefined;
      }
    };
  }, [i, s]);
  return <i title={extra}>{error ? error.message : data?.i}</i>;
});

let longest = 0,
  blocked = 0;
new PerformanceObserver((l) => {
  for (const e of l.getEntries()) {
    longest = Math.max(longest, e.duration);
    blocked += e.duration - 50;
  }
}).observe({ type: "longtask" });
let events = 0;
const zero = () => {
  renders = commits.n = events = 0;
  longest = blocked = 0;
  server.requests = server.refreshes = 0;
};

const phase = async (go, done) => {
  zero();
  const sel = a.notice,
    t0 = now();
  let notice = NaN;
  // looks until the notice is there: to go on looking costs the page that has one a tenth of the storm
  const mo =
    sel &&
    new MutationObserver(() => {
      if (document.querySelector(sel)) {
        notice = now() - t0;
        mo.disconnect();
        check();
      }
    });
  mo?.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["open"] });
  go();
  const end = await until(done),
    paint = await painted();
  mo?.disconnect();
  await sleep(120);
  await painted();
  return {
    settle: end - t0,
    paint: paint - t0,
    notice,
    longest,
    blocked,
    renders,
    commits: commits.n,
    events,
    healed: count.success / N,
    requests: server.requests,
    refreshes: server.refreshes,
    notices: sel ? document.querySelectorAll(sel).length : 0,
  };
};

globalThis.bench = {
  maxN: peer.maxN ?? Infinity,
  silent: !!peer.silent,
  async idle() {
    await sleep(120);
    await painted();
    await painted();
  },
  async start(n, delivery, shape) {
    N = n;
    server = makeServer(delivery, peer.silent ? RENEWABLE : CODES);
    a = peer.create({ server, N, QueryClient });
    a.client.getQueryCache().subscribe((e) => {
      events++;
    });
    const { Root = Fragment, EachRoot = Fragment } = a;
    root = createRoot(document.getElementById("root"));
    const items = Array.from({ length: n }, (_, i) => (
      <EachRoot key={i}>
        <Item i={i} />
      </EachRoot>
    ));
    // 'flat': N siblings under one parent; 'nested': sections of 100, nearer to a real page
    const tree =
      shape === "flat"
        ? items
        : Array.from({ length: Math.ceil(n / 100) }, (_, k) => (
            <section key={k}>{items.slice(k * 100, k * 100 + 100)}</section>
          ));
    const t0 = now();
    root.render(
      <QueryClientProvider client={a.client}>
        <Root>{tree}</Root>
      </QueryClientProvider>,
    );
    await until(() => count.pending === n);
    while (server.requests < n) await sleep(5);
    const out = { mount: now() - t0 };
    await painted();
    return out;
  },
  fail: () =>
    phase(
      () => {
        server.expire();
        server.open();
      },
      peer.silent
        ? () => (a.done ? a.done(count) : count.success === N)
        : () => (a.failed ? a.failed(count) : count.error === N) && (!a.notice || !!document.querySelector(a.notice)),
    ),
  recover: () =>
    phase(
      () => {
        server.login();
        a.recover();
      },
      () => count.success === N,
    ),
  async settleDom() {
    await sleep(300);
  },
};
