import { Component, type ReactElement } from "react";
import { motionMs } from "../parts/motion.js";
import { seenMs } from "../parts/HealedLine.js";
import type { HeldPlaceProps } from "./NoticeNews.js";

/** Keeps what lies below a notice where it is, while something is under way that changes its words. */
export function holdPlace(props: HeldPlaceProps): ReactElement | null {
  const { news, status, isHealed } = props;
  const isHeld = news.healed !== null || isHealed || status === "retrying" || status === "waiting";
  return isHeld ? <HeldPlace key="place" {...props} /> : null;
}

/** A place that stays as high as it was before this came. A class, since only those may measure before the page changes. */
class HeldPlace extends Component<HeldPlaceProps> {
  private readonly height = this.props.root.current?.offsetHeight ?? 0;

  override componentDidMount(): void {
    if (this.height > 0) this.hold(`${this.height}px`);
    if (this.props.news.isLeaving) this.leave();
  }

  override componentDidUpdate(last: HeldPlaceProps): void {
    if (this.props.news.isLeaving && !last.news.isLeaving) this.leave();
  }

  override componentWillUnmount(): void {
    this.hold("");
  }

  private leave(): void {
    const { root, news } = this.props;
    if (root.current !== null) settle(root.current, news.healed !== null);
  }

  private hold(height: string): void {
    const { current } = this.props.root;
    if (current !== null) current.style.minBlockSize = height;
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
