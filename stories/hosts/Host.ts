import type { ReactElement, ReactNode } from "react";
import type { NoticeComponents } from "../../src/index.js";

/** What a design system is given to stand around a story. */
export interface HostProps {
  readonly scheme: "light" | "dark";
  readonly children: ReactNode;
}

/** A design system as its docs set it up, with its own sheets and the kit's bridge to it. */
export interface Host {
  readonly styles: readonly string[];
  /** The class on which it scopes its variables, for the portalled dialog. */
  readonly dialogClassName?: string;
  readonly Provider: (props: HostProps) => ReactElement;
  /** A notice of its own, to stand beside the kit's. */
  readonly Notice: (props: { readonly title: string; readonly children: ReactNode }) => ReactElement;
  /** Its button, in place of the kit's. */
  readonly Button: NonNullable<NoticeComponents["Button"]>;
  /** Its modal, in place of the kit's. */
  readonly Dialog: NonNullable<NoticeComponents["Dialog"]>;
}
