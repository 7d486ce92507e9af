// @bench label="Base UI AlertDialog (dialog only, unstyled)"
import { AlertDialog } from "@base-ui/react/alert-dialog";
export const Dialog = ({ open, onClose, title, body, confirm, cancel, onConfirm }) => (
  <AlertDialog.Root open={open} onOpenChange={(o) => o || onClose()}>
    <AlertDialog.Portal>
      <AlertDialog.Backdrop />
      <AlertDialog.Popup style={{ position: "fixed", top: 100, left: 100 }}>
        <AlertDialog.Title>{title}</AlertDialog.Title>
        <AlertDialog.Description>{body}</AlertDialog.Description>
        <AlertDialog.Close>{cancel}</AlertDialog.Close>
        <AlertDialog.Close onClick={onConfirm}>{confirm}</AlertDialog.Close>
      </AlertDialog.Popup>
    </AlertDialog.Portal>
  </AlertDialog.Root>
);
