import type { ReactElement, ReactNode } from "react";

/** A modal of another library, as its own documentation shows it. */
export type Host = (props: HostProps) => ReactElement;

export interface HostProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}
