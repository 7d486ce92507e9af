import type { Diagnosis } from "../model/Diagnosis.js";
import type { FailureGroup } from "./FailureGroup.js";

/** One failed call. */
export interface FailureEntry {
  readonly error: unknown;
  readonly diagnosis: Diagnosis;
  readonly retry: (() => void) | undefined;
  isResting: boolean;
}

interface GroupParts {
  isClaimed(error: unknown): boolean;
  dismiss(keys: readonly object[]): void;
}

interface Found {
  readonly diagnosis: Diagnosis;
  readonly error: unknown;
  readonly keys: object[];
  readonly retries: (() => void)[];
}

/** The failures that no notice shows, by their trouble, and the troubles whose calls are under way again. */
export function groupFailures(
  entries: ReadonlyMap<object, FailureEntry>,
  { isClaimed, dismiss }: GroupParts,
): { readonly groups: readonly FailureGroup[]; readonly resting: ReadonlySet<string> } {
  const found = new Map<string, Found>();
  const resting = new Set<string>();
  for (const [key, { error, diagnosis, retry, isResting }] of entries) {
    const { category, fingerprint } = diagnosis;
    if (isClaimed(error) || category === "cancelled") continue;
    if (isResting) {
      resting.add(fingerprint);
      continue;
    }
    const group = found.get(fingerprint) ?? { diagnosis, error, keys: [], retries: [] };
    found.set(fingerprint, group);
    group.keys.push(key);
    if (retry !== undefined) group.retries.push(retry);
  }
  const groups = [...found.values()].map(({ diagnosis, error, keys, retries }): FailureGroup => ({
    diagnosis,
    error,
    count: keys.length,
    retry: retries.length > 0 ? () => retries.forEach((retry) => retry()) : undefined,
    dismiss: () => dismiss(keys),
  }));
  return { groups, resting };
}

/** As a data layer would give what failed and is under way again, or went well. */
const same = { error: null, refetch: () => undefined };
const passing: Readonly<Record<"resting" | "healed", object>> = {
  resting: { ...same, data: undefined, isFetching: true, errorUpdateCount: 1 },
  healed: { ...same, data: true },
};

/** What became of the calls of a group that is no longer there. Undefined where nothing is to be told of them. */
type FateOf = (fingerprint: string) => "resting" | "healed" | undefined;

/** The groups after a change, and those that were there before it for as long as they have something to tell, each in its place. */
export function nextRows(
  before: readonly FailureGroup[],
  groups: readonly FailureGroup[],
  fateOf: FateOf,
): readonly FailureGroup[] {
  const left = new Map(groups.map((group) => [group.diagnosis.fingerprint, group]));
  const kept = before.flatMap((row): FailureGroup[] => {
    const { fingerprint } = row.diagnosis;
    const group = left.get(fingerprint);
    left.delete(fingerprint);
    if (group !== undefined) return [group];
    const fate = fateOf(fingerprint);
    return fate === undefined ? [] : [{ ...row, error: passing[fate] }];
  });
  return [...kept, ...left.values()];
}
