import { configure } from "storybook/test";
import { inject } from "vitest";

declare global {
  /** Where the sandbox of a test run answers. Undefined in Storybook itself, where it is http://localhost:6007. */
  var sandboxOrigin: string | undefined;
  /** The language in which a test run sees the stories. Undefined in Storybook itself. */
  var storyLocale: string | undefined;
}

declare module "vitest" {
  interface ProvidedContext {
    storyLocale: string;
  }
}

// Stories can't ask Vitest for it: in Storybook there is none.
globalThis.sandboxOrigin = inject("sandboxOrigin");
globalThis.storyLocale = inject("storyLocale");

// what a play function waits for may take its time on a busy machine
configure({ asyncUtilTimeout: 20_000 });
