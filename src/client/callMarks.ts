import type { CallMark, Reauth } from "./Reauth.js";

/** Marks calls by what they do, so that a prompt interrupts for a person's own acts only. */
export interface CallMarks {
  /** Notes that a call begins. `key`: it only reads, and what it asks for. */
  mark(isChange: boolean, key: string | undefined): CallMark;
  /** This reading went well: its next ones read again what is there. */
  noteAnswer(key: string | undefined): void;
}

/** Where no page is there, nothing is remembered of a call. */
export const noMark: CallMark = { epoch: 0, session: 0, accountId: undefined };

const maxAnswered = 500;

export function createCallMarks(reauth: Pick<Reauth, "mark">): CallMarks {
  const answered = new Set<string>();
  return {
    mark(isChange, key) {
      const mark = reauth.mark();
      const { isByPerson, isBackground = key !== undefined && answered.has(key) } = mark;
      return { ...mark, isChange, isBackground: isBackground && isByPerson !== true };
    },
    noteAnswer(key) {
      if (key !== undefined && answered.size < maxAnswered) answered.add(key);
    },
  };
}
