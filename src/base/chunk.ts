import { attempt } from "./safely.js";

/** Code that a page fetches later than itself. */
export interface Chunk<Module> {
  /** The code, once it is there. */
  now(): Module | undefined;
  /**
   * Fetches it, unless it is there or on its way. Rejects when it can't be had within 15 seconds; the next call tries again, and so
   * does the chunk, five times within a minute and when the network is back.
   */
  load(): Promise<Module>;
  /** Calls back at once where the code is there, else when it comes. Fetches it. `onLost` when it can't be had. */
  use(call: (module: Module) => void, onLost?: (error: unknown) => void): void;
  /** Tells when the code has come, or can't be had. */
  subscribe(listener: () => void): () => void;
}

declare const addEventListener: (type: string, listener: () => void) => void;
declare const removeEventListener: typeof addEventListener;

/** Longer than this, a person has given up waiting. */
const limitMs = 15_000;
/** How long what is needed rests before it is tried again: twice as long each time, up to the last. */
const firstRestMs = 2000;
const lastRestMs = 32_000;
/** What `ready` waits for and `prefetch` fetches. */
const known = new Set<Pick<Chunk<unknown>, "load">>();

/** Wraps one `import()`. Once the code is there, everything that uses it goes on without a promise. */
export function createChunk<Module>(load: () => Promise<Module>): Chunk<Module> {
  let module: Module | undefined;
  let loading: Promise<Module> | undefined;
  /** Whether the last try to fetch it failed. */
  let isLost = false;
  /** How long it rests before it is tried again. 0: nobody needs it, or its tries are over. */
  let restMs = 0;
  let clock: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();

  function end(): void {
    loading = undefined;
    if (!isLost) attempt(() => removeEventListener("online", retry));
    for (const listener of [...listeners]) listener();
  }

  async function fetchOnce(): Promise<Module> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const limit = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error("[tencent-error-kit] A part of the kit did not load.")), limitMs);
    });
    try {
      // what comes after the limit is still taken
      return await Promise.race([load().then(take), limit]);
    } catch (error) {
      // it came in the moment in which the limit passed
      if (module !== undefined) return module;
      isLost = true;
      attempt(() => addEventListener("online", retry));
      clearTimeout(clock);
      if (restMs > 0) clock = setTimeout(fetchAgain, restMs);
      restMs = (restMs * 2) % (lastRestMs * 2);
      throw error;
    } finally {
      clearTimeout(timer);
      end();
    }
  }

  function take(found: Module): Module {
    const isLate = module === undefined && loading === undefined;
    module = found;
    isLost = false;
    if (isLate) end();
    return found;
  }

  async function fetchPart(): Promise<Module> {
    return module ?? (loading ??= fetchOnce());
  }

  function fetchAgain(): void {
    fetchPart().catch(() => undefined);
  }

  function retry(): void {
    chunk.use(() => undefined);
  }

  const chunk: Chunk<Module> = {
    now: () => module,
    async load() {
      restMs ||= firstRestMs;
      return fetchPart();
    },
    use(call, onLost) {
      if (module !== undefined) {
        call(module);
        return;
      }
      chunk.load().then(call, onLost ?? (() => undefined));
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  known.add({ load: fetchPart });
  return chunk;
}

/** Fetches all that is fetched later. Rejects when a part of it can't be had. */
export async function loadChunks(): Promise<void> {
  const { size } = known;
  await Promise.all([...known].map(async (chunk) => chunk.load()));
  // a part may bring further ones
  if (known.size > size) await loadChunks();
}

/** The same one by one: Jest's loader of modules loses some of those that are fetched at once. */
export async function loadEachChunk(): Promise<void> {
  // one that a part brings is visited too
  for (const chunk of known) await chunk.load();
}
