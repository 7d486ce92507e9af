import type { CallMark, ReauthSnapshot } from "../../model/ReauthSnapshot.js";
import type { MutationCacheNotifyEvent, QueryCacheNotifyEvent } from "@tanstack/react-query";

/** What was noted before the rest of the code came. */
export interface FirstNotes {
  readonly queries: QueryStarts;
  readonly mutations: MutationStarts;
  /** Failed, and told nowhere. */
  readonly failed: Set<CachedQuery | CachedMutation>;
  /** The last sign-in that was answered. */
  readonly since: Pick<ReauthSnapshot, "epoch" | "accountEpoch">;
}

/** A query of any type, as the cache holds it. */
export type CachedQuery = QueryCacheNotifyEvent["query"];

/** What is noted of each query while it can be: whose its last call is, and who observes it. */
export interface QueryStarts {
  readonly begun: WeakMap<CachedQuery, Beginning>;
  readonly observers: ObserverTracker;
  /** A call of it begins in this task. */
  begin(query: CachedQuery, isRenewal?: boolean): void;
}

/** How a query's last call began. */
export interface Beginning {
  readonly mark: CallMark;
  /** Fetched explicitly after it had failed: a good answer shows that there is a session again. */
  readonly isRenewal: boolean;
}

/** An observer of a query, of any type. */
export type CachedObserver = ObserverEvent["observer"];

/** Tracks the observers of each query. */
export interface ObserverTracker {
  onCache(event: QueryCacheNotifyEvent): void;
  of(query: CachedQuery): readonly CachedObserver[];
}

type ObserverEvent = Extract<QueryCacheNotifyEvent, { readonly type: "observerAdded" }>;

/** A mutation, as the cache holds it. */
export type CachedMutation = NonNullable<MutationCacheNotifyEvent["mutation"]>;

/** What is noted of each mutation while it can be: whose it is, and who observes it. */
export interface MutationStarts {
  onCache(event: MutationCacheNotifyEvent): void;
  markOf(mutation: CachedMutation): CallMark | undefined;
  observersOf(mutation: CachedMutation): ReadonlySet<MutationObserver>;
}

/** An observer of a mutation. */
export type MutationObserver = Extract<MutationCacheNotifyEvent, { readonly type: "observerAdded" }>["observer"];
