/** A tenant of the sandbox, so that stories and tests that run side by side share nothing. */
export interface SandboxWorld {
  readonly origin: string;
  /** The sign-in page of the sandbox's graph.qq.com. */
  readonly authorizeUrl: string;
  /** Calls the app's back end and gives the answer as text. */
  call(path: string, init?: RequestInit): Promise<{ readonly text: string; readonly response: Response }>;
  /** Orders what the servers do next: `revoke`, `expire`, `password`, `orders`, `settings`, `reset`. */
  command(name: string, body?: unknown): Promise<void>;
  /** Takes the network away from the page's calls, as the browser would, and gives it back. */
  setOffline(isOffline: boolean): void;
}

const usualOrigin = "http://localhost:6007";

/** The world with this name, at the sandbox that `npm start` and the tests run. */
export function sandboxWorld(name: string): SandboxWorld {
  const origin = `${globalThis.sandboxOrigin ?? usualOrigin}/w/${name}`;
  let isOffline = false;
  return {
    origin,
    authorizeUrl: `${origin}/oauth2.0/authorize`,
    async call(path, init) {
      if (isOffline) throw new TypeError("Failed to fetch");
      const response = await fetch(`${origin}${path}`, init);
      return { text: await response.text(), response };
    },
    async command(command, body = {}) {
      const headers = { "content-type": "application/json" };
      await fetch(`${origin}/sandbox/${command}`, { method: "POST", headers, body: JSON.stringify(body) });
    },
    setOffline(next) {
      isOffline = next;
    },
  };
}
