import MuiDialog from "@mui/material/Dialog";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import MuiDrawer from "@mui/material/Drawer";
import type { ReactElement } from "react";
import type { HostProps } from "../Host.js";

export function Dialog({ isOpen, onClose, children }: HostProps): ReactElement {
  return (
    <MuiDialog open={isOpen} onClose={onClose}>
      <DialogTitle>Host</DialogTitle>
      <DialogContent>{children}</DialogContent>
    </MuiDialog>
  );
}

export function Drawer({ isOpen, onClose, children }: HostProps): ReactElement {
  return (
    <MuiDrawer anchor="right" open={isOpen} onClose={onClose}>
      <h2>Host</h2>
      {children}
    </MuiDrawer>
  );
}
