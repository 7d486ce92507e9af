import { Component, type RefObject } from "react";
import { seenMs } from "../parts/useHealedLine.js";
import { motionMs } from "../parts/motion.js";

interface HeldPlaceProps {
  readonly root: RefObject<HTMLElement | null>;
  /** Something is under way that changes the words: the place stays as high as it was. */
  readonly isHeld: boolean;
  /** It makes room, and tells of a success before if `isTelling`. */
  readonly isLeaving: boolean;
  readonly isTelling: boolean;
}

/** Keeps what lies below a notice where it is. A class, since only those can measure before the page changes. */
export class HeldPlace extends Component<HeldPlaceProps> {
  override getSnapshotBeforeUpdate(last: HeldPlaceProps): number | null {
    const { root, isHeld } = this.props;
    return isHeld && !last.isHeld ? (root.current?.offsetHeight ?? null) : null;
  }

  override componentDidUpdate(
    { isHeld: wasHeld, isLeaving: wasLeaving }: HeldPlaceProps,
    _: unknown,
    height: unknown,
  ): void {
    const { root, isHeld, isLeaving, isTelling } = this.props;
    const place = root.current;
    if (place === null) return;
    if (typeof height === "number" && height > 0) place.style.minBlockSize = `${height}px`;
    else if (wasHeld && !isHeld) place.style.minBlockSize = "";
    if (isLeaving && !wasLeaving) settle(place, isTelling);
  }

  override render(): null {
    return null;
  }
}

/** Closes the gap, not in one step: for a line that is read, in its last moment. */
function settle(place: HTMLElement, isTelling: boolean): void {
  const duration = motionMs(place, "settle");
  if (duration === 0) return;
  const block = `${place.offsetHeight}px`;
  place.style.overflow = "clip";
  const closed = { minBlockSize: "0", blockSize: "0", paddingBlock: "0", borderBlockWidth: "0", opacity: "0" };
  place.animate([{ minBlockSize: block, blockSize: block }, closed], {
    ...{ duration, easing: "ease-out" },
    delay: isTelling ? seenMs - duration : 0,
    fill: "forwards",
  });
}
