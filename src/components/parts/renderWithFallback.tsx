import type { ComponentType, ReactElement } from "react";
import { RenderBoundary } from "./RenderBoundary.js";

/** Renders a part with the app's own elements, and without them after one threw. */
export function renderWithFallback<Props extends object>(Part: ComponentType<Props>, props: Props): ReactElement {
  return (
    <RenderBoundary fallback={<Part {...props} components={undefined} />}>
      <Part {...props} />
    </RenderBoundary>
  );
}
