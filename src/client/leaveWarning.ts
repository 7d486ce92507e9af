import { attempt } from "../base/safely.js";

const holders = new Set<object>();

/** While something is held, the browser asks before the page is left: what is held would be lost with it. */
export function leaveWarning(holder: object, isHolding: boolean): void {
  const before = holders.size;
  if (isHolding) holders.add(holder);
  else holders.delete(holder);
  if (before === 0 && holders.size > 0) attempt(() => addEventListener("beforeunload", ask));
  if (before > 0 && holders.size === 0) attempt(() => removeEventListener("beforeunload", ask));
}

function ask(event: BeforeUnloadEvent): void {
  event.preventDefault();
  // what older browsers ask by
  Object.assign(event, { returnValue: true });
}
