// @bench group=stack label="the lightest of each: @base-ui/react AlertDialog + react-hot-toast + lingui + axios-auth-refresh (axios not counted) + react-error-boundary" external="axios"
export * as dialog from "./base-ui.jsx";
export * as toast from "./react-hot-toast.jsx";
export * as i18n from "./lingui.jsx";
export * as refresh from "./axios-auth-refresh-only.jsx";
export * as boundary from "./react-error-boundary.jsx";
