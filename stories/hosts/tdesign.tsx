import { Alert, Button, Dialog } from "tdesign-react";
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
  Button: ({ onClick, "data-emphasis": emphasis, ...props }) => (
    <Button {...props} theme={emphasis === "primary" ? "primary" : "default"} onClick={() => onClick()} />
  ),
  // TDesign gives it neither a role nor a name
  Dialog: ({ open, onClose, title, lang, dir, children }) => (
    <Dialog
      visible={open}
      onClose={onClose}
      header={
        <span lang={lang} dir={dir}>
          {title}
        </span>
      }
      footer={false}
      destroyOnClose
    >
      <div role="dialog" aria-modal="true" aria-label={title}>
        {children}
      </div>
    </Dialog>
  ),
};
