import * as Radix from "@radix-ui/react-dialog";
import { useLayoutEffect } from "react";
import bridge from "../../src/styles/bridges/shadcn.css?inline";
import type { Host } from "./Host.js";
import theme from "./shadcn.css?inline";

/** shadcn/ui is copied into an app rather than installed: its neutral theme, and an alert, a button and a modal in its manner. */
export const host: Host = {
  styles: [theme, bridge],
  Provider: function ShadcnProvider({ scheme, children }) {
    useLayoutEffect(() => {
      document.documentElement.classList.toggle("dark", scheme === "dark");
      return () => document.documentElement.classList.remove("dark");
    }, [scheme]);
    return <div className="shadcn">{children}</div>;
  },
  Notice: ({ title, children }) => (
    <div role="alert" className="shadcn-alert">
      <strong>{title}</strong>
      <div>{children}</div>
    </div>
  ),
  Button: ({ className, "data-emphasis": emphasis = "primary", ...props }) => (
    <button {...props} className={["shadcn-button", emphasis, className].filter(Boolean).join(" ")} />
  ),
  Dialog: ({ open, onClose, title, lang, dir, children }) => (
    <Radix.Root open={open} onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <Radix.Portal>
        <Radix.Overlay className="shadcn-overlay" />
        <Radix.Content className="shadcn-dialog" aria-describedby={undefined}>
          <Radix.Title lang={lang} dir={dir}>
            {title}
          </Radix.Title>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  ),
};
