import { createElement as h } from "react";

export const Screen = "main";
export const Line = "p";

export function Button({ label, onPress }) {
  return h("button", { onClick: onPress }, label);
}
