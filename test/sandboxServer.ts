import type { TestProject } from "vitest/node";
import { createSandbox } from "./sandbox/createSandbox.js";
import { serve } from "./sandbox/serve.js";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the sandbox of this run answers. */
    sandboxOrigin: string;
  }
}

/** Starts the sandbox for the browser tests and stories, at a free port: its usual one is left to `npm start`. */
export default async function sandboxServer(project: TestProject): Promise<() => Promise<void>> {
  const server = await serve(createSandbox(), 0);
  project.provide("sandboxOrigin", server.origin);
  return () => server.close();
}
