// Runs in the page. `bench:peer` is the adapter under test; everything else is the same for all.
import { Fragment, memo, useReducer, useState } from "react";
import { createRoot } from "react-dom/client";
import { flushSync } from "react-dom";
import * as peer from "bench:peer";
import { ACTIONS, ERRORS, UI } from "../data/errors.mjs";

const L = document.documentElement.lang === "zh" ? 0 : 1; // which language the notices are in

const {
  Provider = Fragment,
  Notice,
  Dialog,
  dialogSelector = "dialog[open],[role=dialog],[role=alertdialog]",
  focusSelector,
} = peer;
const now = () => performance.now();
const noop = () => {};
const bump = [];
let setCount, setOpen;

const Row = memo(function Row({ i }) {
  const [v, inc] = useReducer((x) => x + 1, 0);
  bump[i] = inc;
  const e = ERRORS[(i + v) % ERRORS.length];
  return <Notice title={e[2 + L]} message={ACTIONS[e[1]][L]} action={UI.reauth[L]} onAction={noop} />;
});
const Rows = ({ n }) => Array.from({ length: n }, (_, i) => <Row key={i} i={i} />);
function List() {
  const [n, set] = useState(0);
  setCount = set;
  return Notice ? <Rows n={n} /> : null;
}
/** What the trigger's click does: a change that is refused at once for want of a sign-in, which opens the dialog. */
const refused = async () => {
  throw { ret: 100014, msg: "access token expired" };
};
const save = peer.guard?.(refused) ?? (() => refused().catch(() => setOpen(true)));
const closeDialog = peer.close ?? (() => setOpen(false));
function Prompt() {
  const [open, set] = useState(false);
  setOpen = set;
  const close = () => set(false);
  return (
    <>
      <button
        id="trigger"
        style={{ position: "fixed", top: 0, left: 0, width: 80, height: 24, zIndex: 1 }}
        onClick={() => void save().catch(noop)}
      >
        open
      </button>
      {Dialog && (
        <Dialog
          open={open}
          onClose={close}
          onConfirm={close}
          title={UI.dialogTitle[L]}
          body={UI.dialogBody[L]}
          confirm={UI.reauth[L]}
          cancel={UI.cancel[L]}
        />
      )}
    </>
  );
}

const layout = () => document.body.getBoundingClientRect().height;
const task = () =>
  new Promise((r) => {
    const c = new MessageChannel();
    c.port1.onmessage = () => r(now());
    c.port2.postMessage(0);
  }); // asked for in a frame callback, it runs after that frame's style, layout and paint
const painted = () => new Promise((r) => requestAnimationFrame(() => task().then(r)));
const timed = (fn) => {
  const t0 = now();
  flushSync(fn);
  const t1 = now();
  layout();
  const t2 = now();
  return { t0, commit: t1 - t0, layout: t2 - t0 };
};
const mid = (xs) => xs.sort((a, b) => a - b)[xs.length >> 1];
const sleep = (ms) => new Promise((r) => setTimeout(r, ms));

function visible() {
  const el = document.querySelector(dialogSelector);
  if (!el) return null;
  const r = el.getBoundingClientRect();
  if (r.width < 10 || r.height < 10) return null;
  let o = 1;
  for (let e = el; e; e = e.parentElement) {
    const s = getComputedStyle(e);
    if (s.display === "none" || s.visibility === "hidden") return null;
    o *= +s.opacity;
  }
  return { o, focus: (focusSelector ? document.querySelector(focusSelector) : el).contains(document.activeElement) };
}
const animating = () =>
  document.getAnimations().some((a) => a.playState === "running" && a.effect?.getComputedTiming().endTime !== Infinity);

/** from t0: first painted frame with any of the dialog showing; fully shown and still; focus inside */
async function watchOpen(t0, limit = 3000) {
  const out = {};
  while (now() - t0 < limit) {
    await new Promise(requestAnimationFrame);
    const v = visible();
    if (v && v.o > 0 && out.visible === undefined) out.visible = (await task()) - t0;
    if (v?.focus && out.focus === undefined) out.focus = now() - t0;
    if (v && v.o === 1 && !animating()) {
      out.settled = now() - t0;
      if (out.focus !== undefined || now() - t0 > 600) break;
    }
  }
  return out;
}
async function close() {
  closeDialog();
  const t0 = now();
  while (now() - t0 < 2000) {
    await new Promise(requestAnimationFrame);
    if (!visible() && !animating()) break;
  }
  await sleep(30);
}

export const api = {
  has: { notice: !!Notice, dialog: !!Dialog },
  start() {
    const t0 = now();
    const root = createRoot(document.getElementById("root"));
    flushSync(() =>
      root.render(
        <Provider>
          <List />
          <Prompt />
        </Provider>,
      ),
    );
    return now() - t0;
  },
  // Each step below is one call from outside, so that the runner can read the thread's CPU time before and after it.
  async idle() {
    await painted();
  },
  async mount(n) {
    const t = timed(() => setCount(n)),
      p = (await painted()) - t.t0;
    return { mount: t.commit, mountLayout: t.layout, mountPaint: p };
  },
  async update(n, times) {
    const w = [];
    for (let j = 0; j < times; j++) {
      const i = (j * 67 + 13) % n;
      w.push(timed(() => bump[i]()).layout);
    }
    await painted();
    return { update: mid(w) };
  },
  async unmount() {
    const t = timed(() => setCount(0));
    await painted();
    return { unmount: t.layout };
  },
  mountOnly(n) {
    flushSync(() => setCount(n));
    layout();
  },
  nodes: () => document.querySelectorAll("*").length,
  close,
  /** lets pass what a click leads to, without looking */
  async rest() {
    await sleep(100);
    await painted();
  },
  /** arm, then a real (trusted) click arrives from outside; resolves when the dialog is up */
  arm() {
    globalThis.gc?.();
    this.pending = new Promise((res) => {
      const inp = [];
      const po = new PerformanceObserver((l) =>
        inp.push(...l.getEntries().filter((e) => /^(pointer|mouse|click)/.test(e.name))),
      );
      po.observe({ type: "event", durationThreshold: 16 });
      addEventListener(
        "click",
        (e) => {
          const t0 = e.timeStamp,
            proc = now();
          queueMicrotask(async () => {
            const out = await watchOpen(t0);
            await sleep(30);
            inp.push(...po.takeRecords());
            po.disconnect();
            const c = inp.filter((x) => x.name === "click");
            res({
              ...out,
              delay: proc - t0,
              inp: c.length ? Math.max(...c.map((x) => x.duration)) : 8,
              handler: c.length ? Math.max(...c.map((x) => x.processingEnd - x.processingStart)) : 0,
            });
          });
        },
        { once: true, capture: true },
      );
    });
  },
  async clicked() {
    const r = await this.pending;
    await close();
    return r;
  },
};
globalThis.bench = api;
