import { inject } from "vitest";
import { configure } from "vitest-browser-react/pure";

declare module "vitest" {
  interface ProvidedContext {
    /** Whether everything that a test renders stands in a `StrictMode`. */
    isStrict: boolean;
    /** Whether the tests run with the oldest versions that the kit supports. */
    isOldest: boolean;
  }
}

configure({ reactStrictMode: inject("isStrict") });
