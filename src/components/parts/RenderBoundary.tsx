"use client";

import { Component, type ComponentType, type ReactElement, type ReactNode } from "react";
import { fallbackLocale } from "../../i18n/fallbackLocale.js";

interface LastResortProps {
  /** Stands in once something threw. None of it is the app's. */
  readonly fallback: ReactNode;
  readonly children: ReactNode;
}

/** Keeps the page when an app's own element or words throw. React knows no other way to catch than a class. */
export class RenderBoundary extends Component<LastResortProps, { readonly hasThrown: boolean }> {
  override state: { readonly hasThrown: boolean } = { hasThrown: false };

  static getDerivedStateFromError(): { readonly hasThrown: boolean } {
    return { hasThrown: true };
  }

  override render(): ReactNode {
    return this.state.hasThrown ? this.props.fallback : this.props.children;
  }
}

/** Renders a part with the app's own elements, and without them should one throw. */
export function renderWithFallback<Props extends object>(Part: ComponentType<Props>, props: Props): ReactElement {
  return (
    <RenderBoundary fallback={<Part {...props} components={undefined} />}>
      <Part {...props} />
    </RenderBoundary>
  );
}

/** A sentence in two languages and what a person can quote, where a notice itself could not be drawn. */
export function FallbackNotice({ code }: { readonly code: number | null }): ReactElement {
  return (
    <p role="alert" data-part="notice">
      <span>{fallbackLocale().words.categories.unknown.title}</span> <bdi>{code}</bdi>
    </p>
  );
}
