"use client";
import { useEffect, useRef, useState } from "react";
import type { FailureBoard } from "../client/createFailureBoard.js";

const nothing: readonly unknown[] = [];

/** Keeps these very errors off the page's region while a notice of its own shows them, and tells when one is healed. */
export function useClaims(board: FailureBoard, errors: readonly unknown[] = nothing, onHealed?: () => void): void {
  const [claimed, setClaimed] = useState(errors);
  // a new array with the same errors changes nothing
  if (claimed.length !== errors.length || claimed.some((error, index) => !Object.is(error, errors[index])))
    setClaimed(errors);
  const latest = useRef(onHealed);
  useEffect(() => {
    latest.current = onHealed;
  });
  useEffect(() => {
    const releases = claimed.map((error) => board.claim(error, () => latest.current?.()));
    return () => {
      for (const release of releases) release();
    };
  }, [board, claimed]);
}
