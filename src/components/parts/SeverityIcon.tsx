import type { ReactElement } from "react";
import type { Severity } from "./HostComponents.js";

// prettier-ignore
const shapes: Readonly<Record<Severity, string>> = {
  info: "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm-.75 6v4.5h1.5V7h-1.5Zm0-2.5V6h1.5V4.5h-1.5Z",
  warning: "M8 1.2 15.4 14H.6L8 1.2ZM7.25 6v4h1.5V6h-1.5Zm0 5v1.5h1.5V11h-1.5Z",
  danger: "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm-.75 3.5V9h1.5V4.5h-1.5Zm0 5.5v1.5h1.5V10h-1.5Z",
};

/** Shows the severity by shape, not by colour alone. The words beside it say the same. */
export function drawIcon(severity: Severity, attributes: Readonly<Record<string, unknown>>): ReactElement {
  return (
    <svg {...attributes} aria-hidden viewBox="0 0 16 16" width="16" height="16" fill="currentColor">
      <path d={shapes[severity]} />
    </svg>
  );
}
