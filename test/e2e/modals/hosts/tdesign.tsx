import type { ReactElement } from "react";
import { Dialog as TDialog, Drawer as TDrawer } from "tdesign-react";
import "tdesign-react/es/style/index.css";
import type { HostProps } from "../Host.js";

export function Dialog({ isOpen, onClose, children }: HostProps): ReactElement {
  return (
    <TDialog header="Host" visible={isOpen} onClose={onClose} footer={false}>
      {children}
    </TDialog>
  );
}

export function Drawer({ isOpen, onClose, children }: HostProps): ReactElement {
  return (
    <TDrawer header="Host" visible={isOpen} onClose={onClose} footer={false}>
      {children}
    </TDrawer>
  );
}
