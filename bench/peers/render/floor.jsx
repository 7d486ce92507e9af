// @bench label="hand-written Notice + native <dialog>"
import "../../floor/style.css";
export { Notice } from "../../floor/react.jsx";
import { Dialog as D } from "../../floor/react.jsx";
export const Dialog = (p) => <D {...p} />;
