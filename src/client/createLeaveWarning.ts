import { attempt } from "../base/safely.js";

/** While something is held, the browser asks before the page is left: what is held would be lost with it. */
export function createLeaveWarning(): (isHolding: boolean) => void {
  const ask = (event: BeforeUnloadEvent): void => {
    event.preventDefault();
    // what older browsers ask by
    Object.assign(event, { returnValue: true });
  };
  // the same listener is added once, however often
  return (isHolding) => attempt(() => (isHolding ? addEventListener : removeEventListener)("beforeunload", ask));
}
