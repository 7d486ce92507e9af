import type { ArgTypesEnhancer } from "storybook/internal/types";

/** Docstrings say a default in their text, as `Default: yes.`: the table of properties has a column for it. */
export const defaultsFromText: ArgTypesEnhancer = ({ argTypes }) =>
  Object.fromEntries(
    Object.entries(argTypes).map(([name, argType]) => {
      const [, summary] = /Default: (.+?)\.(?:\s|$)/.exec(argType.description ?? "") ?? [];
      if (summary === undefined) return [name, argType];
      return [name, { ...argType, table: { ...argType.table, defaultValue: { summary } } }];
    }),
  );
