// @bench group=toast label="sonner"
import { Toaster, toast } from "sonner";
export const App = () => <Toaster />;
export const show = (title, message, action, onClick) =>
  toast.error(title, { description: message, action: { label: action, onClick } });
