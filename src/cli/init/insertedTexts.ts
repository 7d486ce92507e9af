import type { Module } from "./codeEdits.js";

/** In a configuration of Next.js. */
export const nextHeaders = `  headers: async () => [
    {
      source: "/tencent-callback",
      headers: [
        { key: "Referrer-Policy", value: "no-referrer" },
        { key: "Cache-Control", value: "no-store" },
        { key: "X-Content-Type-Options", value: "nosniff" },
      ],
    },
  ],`;

/** In the routes of Umi. */
export const umiRoute = '{ path: "/tencent-callback", layout: false, component: "./TencentCallback" }';

/** At the end of Umi's `app.ts`, in its own quotes. */
export function umiRuntime({ text }: Module): string {
  const quote = /^import\b[^\n]*'/m.test(text) ? "'" : '"';
  return `export { render, rootContainer } from ${quote}./tencent/runtime${quote};\n`;
}
