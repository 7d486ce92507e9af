import { Alert, Button, MantineProvider, Modal } from "@mantine/core";
import styles from "@mantine/core/styles.css?inline";
import bridge from "../../src/styles/bridges/mantine.css?inline";
import type { Host } from "./Host.js";

export const host: Host = {
  styles: [styles, bridge],
  Provider: ({ scheme, children }) => <MantineProvider forceColorScheme={scheme}>{children}</MantineProvider>,
  Notice: ({ title, children }) => (
    <Alert color="red" title={title}>
      {children}
    </Alert>
  ),
  Button: ({ "data-emphasis": emphasis, ...props }) => (
    <Button {...props} variant={emphasis === "primary" ? "filled" : "default"} />
  ),
  Dialog: ({ open, onClose, title, lang, dir, children }) => (
    <Modal
      opened={open}
      onClose={onClose}
      title={
        <span lang={lang} dir={dir}>
          {title}
        </span>
      }
      closeButtonProps={{ "aria-label": "×" }}
    >
      {children}
    </Modal>
  ),
};
