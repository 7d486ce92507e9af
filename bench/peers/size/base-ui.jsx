// @bench group=headless label="@base-ui/react AlertDialog (no notice, unstyled)"
import { AlertDialog } from "@base-ui/react/alert-dialog";
export function App({ title, message, action, open, onClose, onConfirm }) {
  return (
    <AlertDialog.Root open={open} onOpenChange={onClose}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop />
        <AlertDialog.Popup>
          <AlertDialog.Title>{title}</AlertDialog.Title>
          <AlertDialog.Description>{message}</AlertDialog.Description>
          <AlertDialog.Close onClick={onConfirm}>{action}</AlertDialog.Close>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
