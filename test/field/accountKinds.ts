/**
 * Where the app learns who signed in. In the answer of `exchange`, by itself or wrapped; in its store, as text, as a number, or as
 * the text of a number that the server answers; in a store that a log-out has cleared, or that was empty from the start; nowhere;
 * or as the README's first code: in the answer, with no store to ask, at the first sign-in of a page or at a later one.
 */
// prettier-ignore
export const places =
  ["body", "wrapped", "store", "number", "mixed", "cleared", "empty", "nowhere", "README", "README twice"] as const;
export type Place = (typeof places)[number];

/** When the app writes it into its store. */
export const moments = ["before", "in", "after", "never"] as const;
export type Moment = (typeof moments)[number];

/** How a new session comes. */
export const ways = [
  "own tab",
  "other tab",
  "cancelled while verifying",
  "I have signed in",
  "named by the app",
] as const;
export type Way = (typeof ways)[number];

/** What A has at stake when another account signs in. */
export const stakes = [
  ...(["held auto", "held confirm", "retrying", "paused", "paused retry"] as const),
  ...(["optimistic", "initialData", "hydrated", "keepPreviousData", "two caches"] as const),
] as const;
export type Stake = (typeof stakes)[number];

export const layers = ["guard", "fetch", "axios", "Query", "SWR"] as const;
export type Layer = (typeof layers)[number];

/** One way to write an app. */
export interface AppKind {
  readonly place: Place;
  readonly moment: Moment;
}

/** One row of the matrix. */
export interface Row extends AppKind {
  readonly layer: Layer;
  readonly stake: Stake;
  readonly way: Way;
}

const noData = "keeps no data";
const noPause = "sends at once, with or without a network";

/** What a layer lacks, and why. */
const lacking: Readonly<Record<Layer, Partial<Readonly<Record<Stake, string>>>>> = {
  guard: onlySends(),
  fetch: onlySends(),
  axios: onlySends(),
  Query: {},
  SWR: {
    paused: noPause,
    "paused retry": noPause,
    hydrated: "has one word for it, `fallback`, which is played as initialData",
  },
};

function onlySends(): Partial<Readonly<Record<Stake, string>>> {
  const data = { optimistic: noData, initialData: noData, hydrated: noData, keepPreviousData: noData };
  return { ...data, "two caches": noData, paused: noPause, "paused retry": noPause };
}

/** The reason why a row is impossible; undefined where it is possible. */
function whyNot({ layer, stake, place, moment, way }: Row): string | undefined {
  const hasExchange = way !== "I have signed in" && way !== "named by the app";
  const hasStore = place !== "nowhere" && !place.startsWith("README");
  if (lacking[layer][stake] !== undefined) return lacking[layer][stake];
  if (!hasStore && moment !== "never") return "there is no store";
  if (moment === "never" && (place === "store" || place === "number" || place === "mixed" || place === "cleared"))
    return "a store that goes on naming the former account is the app's own mistake";
  if (!hasExchange && moment === "in") return "there is no exchange to write it in";
  if (!hasExchange && place === "wrapped") return "there is no exchange whose answer could be wrapped";
  return undefined;
}

/** Whether the kit can know that it is another account: it knew the first one, and the second one is in the answer or in the store. */
export function isKnowable({ place, moment, way }: Row): boolean {
  if (place === "empty" || place === "nowhere" || place === "README" || way === "cancelled while verifying")
    return false;
  const isTold = place === "body" || place === "wrapped" || place === "README twice";
  return moment !== "never" || (isTold && way !== "I have signed in");
}

export const titleOf = ({ place, moment }: Row): string => `id in ${place}, store updated ${moment}`;

/** All that can be combined. */
const all: readonly Row[] = layers.flatMap((layer) =>
  stakes.flatMap((stake) =>
    ways.flatMap((way) => places.flatMap((place) => moments.map((moment) => ({ layer, stake, way, place, moment })))),
  ),
);

/** Rows that are played together, each with a server of its own. */
export interface Batch extends Pick<Row, "layer" | "stake" | "way"> {
  readonly rows: readonly Row[];
}

export function batches(wanted: readonly Layer[]): readonly Batch[] {
  const found = new Map<string, Batch & { readonly rows: Row[] }>();
  for (const row of all) {
    const { layer, stake, way } = row;
    if (!wanted.includes(layer) || whyNot(row) !== undefined) continue;
    const key = [layer, stake, way].join();
    const batch = found.get(key) ?? { layer, stake, way, rows: [] };
    batch.rows.push(row);
    found.set(key, batch);
  }
  return [...found.values()];
}

/** How many rows each layer has, and how many are missing for which reason. */
export function rowCounts(): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const row of all) {
    const what = whyNot(row) ?? row.layer;
    counts[what] = (counts[what] ?? 0) + 1;
  }
  return counts;
}
