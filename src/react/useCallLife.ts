import { useReducer } from "react";
import type { Diagnosis } from "../model/Diagnosis.js";
import { isUnderWay } from "./failedCalls.js";
import type { WorstFailure } from "./pickFailure.js";
import { type After, useAfter } from "./useAfter.js";

/** What was shown last, for effects and timers. */
export interface LatestCall {
  found?: WorstFailure | undefined;
  /** How it is sent again. */
  send?: (() => void) | undefined;
  /** The failure until its call went well. */
  failedAs?: Diagnosis | undefined;
}

/** What is remembered of a call from render to render. */
export interface CallMemory {
  readonly latest: LatestCall;
  /** Whether it was under way at the first render: what a page asks for by itself reads. */
  readonly isOwn: boolean;
  /** How often a person has tried again. */
  readonly attempt: number;
  /** The failure whose countdown has ended or was stopped. */
  readonly settled?: object | undefined;
  /** The failure that a countdown was requested for, and when it is sent: null where it is left to the person. */
  readonly waiting?: { readonly failure: object; readonly dueAt: number | null };
  /** A thrown text has no identity: it counts from its first render. */
  readonly seen?: { readonly error: unknown; readonly epoch: number } | undefined;
  readonly dismissed?: { readonly error: unknown };
  readonly copied?: Diagnosis;
  /** Whether its report is open. Undefined: nobody has asked for it. */
  readonly isReported?: boolean;
}

/** What a call is remembered by between renders, and what is done after them. */
export interface CallLife {
  readonly memory: CallMemory;
  readonly change: Change<CallMemory>;
  readonly after: After;
}

/** The life of the call that an input shows. */
export function useCallLife(input: unknown): CallLife {
  const [memory, change] = useMemory<CallMemory>(() => ({ isOwn: isUnderWay(input), attempt: 0, latest: {} }));
  return { memory, change, after: useAfter() };
}

/** What a component remembers, as one state, and how a part of it becomes other. */
export type Change<Memory> = (part: Partial<Memory> | ((before: Memory) => Partial<Memory>)) => void;

/** One state for all of it: a page may have a thousand notices. */
export function useMemory<Memory extends object>(first: () => Memory): readonly [Memory, Change<Memory>] {
  return useReducer(merge<Memory>, undefined, first);
}

function merge<Memory extends object>(before: Memory, part: Parameters<Change<Memory>>[0]): Memory {
  return { ...before, ...(typeof part === "function" ? part(before) : part) };
}
