// @bench group=toast label="react-hot-toast"
import { Toaster, toast } from "react-hot-toast";
export const App = () => <Toaster />;
export const show = (title) => toast.error(title);
