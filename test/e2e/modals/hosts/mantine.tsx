import { MantineProvider, Modal } from "@mantine/core";
import "@mantine/core/styles.css";
import type { ReactElement } from "react";
import type { HostProps } from "../Host.js";

export function Dialog({ isOpen, onClose, children }: HostProps): ReactElement {
  return (
    <MantineProvider>
      <Modal title="Host" opened={isOpen} onClose={onClose}>
        {children}
      </Modal>
    </MantineProvider>
  );
}
