import { useLayoutEffect } from "react";
import bridge from "../../src/styles/bridges/shadcn.css?inline";
import type { Host } from "./Host.js";
import theme from "./shadcn.css?inline";

/** shadcn/ui is copied into an app rather than installed: its neutral theme, and an alert and a button in its manner. */
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
  Button: ({ className, ...props }) => (
    <button {...props} className={["shadcn-button", className].filter(Boolean).join(" ")} />
  ),
};
