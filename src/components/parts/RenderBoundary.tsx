"use client";

import { Component, type ReactElement, type ReactNode } from "react";
import { fallbackLocale } from "../../i18n/fallbackLocale.js";

interface LastResortProps {
  /** Rendered after an error. It must use none of the app's elements. */
  readonly fallback: ReactNode;
  readonly children: ReactNode;
}

/** An error boundary around the app's own elements and words. React catches errors in classes only. */
export class RenderBoundary extends Component<LastResortProps, { readonly hasThrown: boolean }> {
  override state: { readonly hasThrown: boolean } = { hasThrown: false };

  static getDerivedStateFromError(): { readonly hasThrown: boolean } {
    return { hasThrown: true };
  }

  override render(): ReactNode {
    return this.state.hasThrown ? this.props.fallback : this.props.children;
  }
}

/** A sentence in two languages and the code, where a notice could not be rendered. */
export function FallbackNotice({ code }: { readonly code: number | null }): ReactElement {
  return (
    <p role="alert" data-part="notice">
      <span>{fallbackLocale.words.categories.unknown.title}</span> <bdi>{code}</bdi>
    </p>
  );
}
