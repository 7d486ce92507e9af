import type { ReactElement, ReactNode } from "react";
import { FallbackNotice, RenderBoundary } from "../parts/RenderBoundary.js";
import { type DrawnNotice, drawNotice } from "./Notice.js";

/** Draws a notice, and keeps the page when the app's own elements throw. */
export function frameNotice(drawn: DrawnNotice): ReactElement {
  const { children, components, slotProps, classNames, illustration } = drawn.props;
  return (children ?? components ?? slotProps ?? classNames ?? illustration) ? (
    <RenderBoundary fallback={<FallbackNotice code={drawn.state.diagnosis.failure.code} />}>
      <Framed {...drawn} />
    </RenderBoundary>
  ) : (
    drawNotice(drawn)
  );
}

/** Below the boundary that catches what the app renders. */
function Framed(drawn: DrawnNotice): ReactNode {
  const { children } = drawn.props;
  return children === undefined ? drawNotice(drawn) : children(drawn.state);
}
