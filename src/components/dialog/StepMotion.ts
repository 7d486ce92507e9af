import { Component, type RefObject } from "react";
import { motionMs } from "../parts/motion.js";

interface StepMotionProps {
  readonly dialog: RefObject<HTMLElement | null>;
  /** Changes when the dialog's content does. */
  readonly step: string | undefined;
}

/** Lets a dialog grow and shrink from step to step, and not jump. A class, since only those can measure before the page changes. */
export class StepMotion extends Component<StepMotionProps> {
  override getSnapshotBeforeUpdate({ step }: StepMotionProps): number | null {
    const { props } = this;
    return step === props.step ? null : (props.dialog.current?.getBoundingClientRect().height ?? null);
  }

  override componentDidUpdate(_: StepMotionProps, _state: unknown, before: unknown): void {
    const dialog = this.props.dialog.current;
    if (dialog === null || typeof before !== "number") return;
    const duration = motionMs(dialog, "swap");
    const after = dialog.getBoundingClientRect().height;
    if (duration === 0 || before === 0 || Math.abs(after - before) < 1) return;
    const from = { blockSize: `${before}px`, overflow: "clip" };
    dialog.animate([from, { blockSize: `${after}px`, overflow: "clip" }], { duration, easing: "ease-out" });
  }

  override render(): null {
    return null;
  }
}
