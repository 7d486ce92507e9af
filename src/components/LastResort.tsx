"use client";
import { Component, type ComponentType, type ReactElement, type ReactNode } from "react";

interface LastResortProps {
  /** Stands in once something threw. None of it is the app's. */
  readonly fallback: ReactNode;
  readonly children: ReactNode;
}

/** Keeps the page when an app's own element or words throw. React knows no other way to catch than a class. */
export class LastResort extends Component<LastResortProps, { readonly hasThrown: boolean }> {
  override state: { readonly hasThrown: boolean } = { hasThrown: false };

  static getDerivedStateFromError(): { readonly hasThrown: boolean } {
    return { hasThrown: true };
  }

  override render(): ReactNode {
    return this.state.hasThrown ? this.props.fallback : this.props.children;
  }
}

/** Renders a part with the app's own elements, and without them should one throw. */
export function withOrWithout<Props extends object>(Part: ComponentType<Props>, props: Props): ReactElement {
  return (
    <LastResort fallback={<Part {...props} components={undefined} />}>
      <Part {...props} />
    </LastResort>
  );
}
