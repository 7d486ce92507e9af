import { createElement as h } from "react";
import { Pressable, Text, View } from "react-native";

export const Screen = View;
export const Line = Text;

export function Button({ label, onPress }) {
  return h(Pressable, { role: "button", onPress }, h(Text, null, label));
}
