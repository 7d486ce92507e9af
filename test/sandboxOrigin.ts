import { inject } from "vitest";

declare global {
  /** Where the sandbox of a test run answers. Undefined in Storybook itself, where it is http://localhost:6007. */
  var sandboxOrigin: string | undefined;
}

// Stories can't ask Vitest for it: in Storybook there is none.
globalThis.sandboxOrigin = inject("sandboxOrigin");
