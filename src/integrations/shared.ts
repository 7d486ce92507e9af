/** What all that the kit does with TanStack Query on one page knows in common. */
export interface Shared {
  /** All that the page shows of a storm changes in one commit. */
  isJoined: boolean;
  /** The `meta` of each fetch that heals, so that no other client takes it for a useless one. */
  readonly healing: WeakSet<object>;
}

const page: Shared = { isJoined: false, healing: new WeakSet() };

/** The one of this page. */
export function shared(): Shared {
  return page;
}
