/** The part of Storybook's story and context that is used. */
export interface StoryContext {
  readonly args: Readonly<Record<string, unknown>>;
  readonly globals: Readonly<Record<string, unknown>>;
}

/** A decorator, and the choice in Storybook's toolbar that it reads. */
export interface CodeSimulation {
  readonly decorator: <Story>(story: () => Story, context: StoryContext) => Story;
  readonly globalTypes: {
    readonly simulateCode: {
      readonly description: string;
      readonly toolbar: { readonly title: string; readonly icon: "lightning"; readonly items: readonly ToolbarItem[] };
    };
  };
}

/** One choice of the toolbar. */
export interface ToolbarItem {
  readonly value: string;
  readonly title: string;
}

/**
 * Lets a reader of a story choose a code in the toolbar: the next call fails with it. A story's own `simulateCode` among
 * its `args` takes precedence. Each choice is for one call.
 * @example
 * ```ts
 * import { createSandbox, simulateCode } from "tencent-error-kit/testing";
 *
 * const sandbox = createSandbox();
 * const { decorator, globalTypes } = simulateCode((code) => sandbox.order({ code }), [-21, -6, 100016]);
 * export default { decorators: [decorator], globalTypes };
 * ```
 */
export function simulateCode(order: (code: number) => void, codes: readonly number[]): CodeSimulation {
  let last: unknown = none.value;
  const items = [none, ...codes.map((code) => ({ value: String(code), title: String(code) }))];
  return {
    decorator(story, { args, globals }) {
      const chosen = args["simulateCode"] ?? globals["simulateCode"] ?? none.value;
      // Storybook calls a decorator at each render: only a changed choice is sent to the sandbox
      if (chosen !== last && codes.includes(Number(chosen))) order(Number(chosen));
      last = chosen;
      return story();
    },
    globalTypes: {
      simulateCode: {
        description: "The next call fails with this code",
        toolbar: { title: "Simulate code", icon: "lightning", items },
      },
    },
  };
}

const none: ToolbarItem = { value: "none", title: "no failure" };
