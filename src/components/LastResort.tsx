"use client";
import { Component, type ReactNode } from "react";
import { lastWords } from "../react/lastWords.js";

interface LastResortProps {
  /** What a person can quote. */
  readonly code: number | null;
  readonly children: ReactNode;
}

/**
 * Keeps the page when the app's own rendering of a notice throws: a sentence in two languages and the code. React knows no other
 * way to catch than a class.
 */
export class LastResort extends Component<LastResortProps, { readonly hasThrown: boolean }> {
  override state: { readonly hasThrown: boolean } = { hasThrown: false };

  static getDerivedStateFromError(): { readonly hasThrown: boolean } {
    return { hasThrown: true };
  }

  override render(): ReactNode {
    if (!this.state.hasThrown) return this.props.children;
    const { title } = lastWords().words.categories.unknown;
    return (
      <p role="alert" data-part="notice">
        <span>{title}</span> <bdi>{this.props.code}</bdi>
      </p>
    );
  }
}
