// @bench group=floor label="hand-written Notice + <dialog> + CSS, no messages"
import "../../floor/style.css";
export { Notice, Dialog, describe } from "../../floor/react.jsx";
