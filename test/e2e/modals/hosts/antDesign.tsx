import { Drawer as AntDrawer, Modal } from "antd";
import type { ReactElement } from "react";
import type { HostProps } from "../Host.js";

export function Dialog({ isOpen, onClose, children }: HostProps): ReactElement {
  return (
    <Modal title="Host" open={isOpen} onCancel={onClose} footer={null}>
      {children}
    </Modal>
  );
}

export function Drawer({ isOpen, onClose, children }: HostProps): ReactElement {
  return (
    <AntDrawer title="Host" open={isOpen} onClose={onClose}>
      {children}
    </AntDrawer>
  );
}
