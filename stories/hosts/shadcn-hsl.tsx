import bridge from "../../src/styles/bridges/shadcn-hsl.css?inline";
import type { Host } from "./Host.js";
import { host as newer } from "./shadcn.js";
import theme from "./shadcn-hsl.css?inline";
import sheet from "./shadcn.css?inline";

/** The same parts, with each colour written as Tailwind 3 has it: `hsl(var(--card))`. */
const parts = sheet.slice(sheet.indexOf(".shadcn-alert")).replace(/var\(--(?!radius)[\w-]+\)/g, "hsl($&)");

/** shadcn/ui on Tailwind 3: the variables hold the three numbers of a colour. */
export const host: Host = { ...newer, styles: [theme + parts, bridge] };
