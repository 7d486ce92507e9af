import { Component } from "react";
import { motionMs } from "../parts/motion.js";
import { seenMs } from "../parts/HealedLine.js";
import type { HeldPlaceProps } from "./NoticeNews.js";

/** Keeps what lies below a notice where it is. A class, since only those can measure before the page changes. */
export class HeldPlace extends Component<HeldPlaceProps> {
  override getSnapshotBeforeUpdate(last: HeldPlaceProps): number | null {
    return isHeld(this.props) && !isHeld(last) ? (this.props.root.current?.offsetHeight ?? null) : null;
  }

  override componentDidUpdate(last: HeldPlaceProps, _state: unknown, height: unknown): void {
    const { root, news } = this.props;
    const place = root.current;
    if (place === null) return;
    if (typeof height === "number" && height > 0) place.style.minBlockSize = `${height}px`;
    else if (isHeld(last) && !isHeld(this.props)) place.style.minBlockSize = "";
    if (news.isLeaving && !last.news.isLeaving) settle(place, news.healed !== null);
  }

  override render(): null {
    return null;
  }
}

/** Whether something is under way that changes the words: the place stays as high as it was. */
function isHeld({ news, status, isHealed }: HeldPlaceProps): boolean {
  return news.healed !== null || isHealed || status === "retrying" || status === "waiting";
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
