import { outcomesOf, type Outcomes } from "../client/outcomesOf.js";
import type { Row } from "./accountKinds.js";
import { isOfA } from "./accountRules.js";
import { createWorld, lateMs, type AppServer, type Tab } from "./accountWorld.js";

/** What a page does in one row, built around its client. */
export interface App {
  /** A is signed in: what the page reads. */
  open?(): void;
  /** A's session is over: what they do then. */
  act(): readonly Promise<unknown>[];
  close?(): void;
  /** All that the page shows. */
  shown?(): readonly unknown[];
}

export type CreateApp = (row: Row, client: Tab["client"], server: AppServer) => App;

/** What became of a row. */
export interface Played {
  readonly server: AppServer;
  readonly here: Tab;
  /** The changes that A made. */
  readonly outcomes: Outcomes;
  /** What the page showed of the first account while the kit knew that it is another one. */
  readonly leaks: ReadonlySet<string>;
  shown(): readonly unknown[];
  /** Whether the kit knows that it is another account. */
  isKnown(): boolean;
  /** How it stood before a person agreed to anything. */
  before: { readonly done: readonly object[]; readonly toConfirm: number; readonly settled: number };
}

interface Playing extends Played {
  readonly row: Row;
  readonly app: App;
  readonly there: Tab;
  readonly leaks: Set<string>;
  readonly accountEpoch: () => number;
  epochBefore: number;
}

let count = 0;

function prepare(row: Row, create: CreateApp): Playing {
  const world = createWorld(row, `app ${(count += 1)}`);
  const [here, there] = [world.tab(), world.tab()];
  const app = create(row, here.client, world.server);
  const accountEpoch = (): number => here.client.reauth.getSnapshot().accountEpoch;
  const playing: Playing = {
    ...{ row, app, here, there, accountEpoch, server: world.server, epochBefore: 0, leaks: new Set<string>() },
    outcomes: { resolved: [], rejected: [] },
    before: { done: [], toConfirm: 0, settled: 0 },
    shown: () => app.shown?.() ?? [],
    isKnown: () => accountEpoch() > playing.epochBefore,
  };
  return playing;
}

/** Plays all rows at once, each with a server of its own, on one clock. `who` signs in after A. */
export async function playAll(
  rows: readonly Row[],
  create: CreateApp,
  who: string,
  tick: (ms: number) => Promise<void>,
): Promise<ReadonlyMap<Row, Played>> {
  const all = rows.map((row) => prepare(row, create));
  const each = (act: (playing: Playing) => void): void => all.forEach(act);
  const pass = async (ms: number, stepMs = 5): Promise<void> => {
    for (let at = 0; at < ms; at += stepMs) {
      await tick(stepMs);
      each(look);
    }
  };
  each(({ row, here }) => {
    if (row.place === "README twice") here.client.reauth.start();
  });
  await pass(20, 10);
  each(({ row, here }) => {
    if (row.place === "README twice") here.arrive("A");
  });
  // until it is sure that it was A
  await pass(400, 20);
  each(({ app }) => app.open?.());
  await pass(60);
  each((playing) => {
    playing.epochBefore = playing.accountEpoch();
    playing.server.revoke();
    outcomesOf(playing.app.act(), playing.outcomes);
    for (const { client } of [playing.here, playing.there]) client.reauth.require(client.diagnose({ ret: -21 }));
  });
  await pass(50);
  each(leave);
  await pass(50);
  each((playing) => come(playing, who));
  await pass(20);
  each(({ row, here }) => {
    if (row.way === "cancelled while verifying") here.client.reauth.cancel();
  });
  await pass(500);
  // data layers that have nothing to ask for are waited for
  await pass(11_500, 100);
  each((playing) => {
    const { toConfirm } = playing.here.client.reauth.getSnapshot();
    const { resolved, rejected } = playing.outcomes;
    playing.before = { done: [...playing.server.done], toConfirm, settled: resolved.length + rejected.length };
    if (toConfirm > 0) playing.here.client.reauth.resume();
  });
  await pass(4000, 100);
  each(({ app, here, there }) => {
    app.close?.();
    for (const { client } of [here, there]) client.dispose();
  });
  return new Map(all.map((playing) => [playing.row, playing]));
}

function look({ isKnown, shown, leaks }: Playing): void {
  if (isKnown()) for (const text of shown().filter(isOfA)) leaks.add(String(text));
}

/** The session has ended, and a person goes to sign in. */
function leave({ row, here, there }: Playing): void {
  if (row.place === "cleared") here.store.me = there.store.me = undefined;
  if (row.way !== "named by the app") (row.way === "other tab" ? there : here).client.reauth.start();
}

function come({ row, here, there, server }: Playing, who: string): void {
  const { reauth } = here.client;
  if (row.way !== "I have signed in" && row.way !== "named by the app")
    return (row.way === "other tab" ? there : here).arrive(who);
  here.progress(true);
  server.signIn(who);
  if (row.moment === "before") here.write(who);
  if (row.moment === "after") setTimeout(here.write, lateMs, who);
  const isTold = row.place === "body" || row.place.startsWith("README");
  if (row.way === "I have signed in") reauth.resume();
  else reauth.renewed(isTold ? who : undefined);
}
