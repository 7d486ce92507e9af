import { Alert, Button } from "tdesign-react";
import styles from "tdesign-react/dist/tdesign.css?inline";
import { useLayoutEffect } from "react";
import bridge from "../../src/styles/bridges/tdesign.css?inline";
import type { Host } from "./Host.js";

export const host: Host = {
  styles: [styles, bridge],
  Provider: function TDesignProvider({ scheme, children }) {
    useLayoutEffect(() => {
      document.documentElement.setAttribute("theme-mode", scheme);
      return () => document.documentElement.removeAttribute("theme-mode");
    }, [scheme]);
    return <>{children}</>;
  },
  Notice: ({ title, children }) => <Alert theme="error" title={title} message={children} />,
  Button: ({ onClick, ...props }) => <Button theme="primary" {...props} onClick={() => onClick()} />,
};
