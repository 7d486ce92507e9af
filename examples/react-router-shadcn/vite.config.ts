import react from "@vitejs/plugin-react";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { "@": fileURLToPath(new URL("src", import.meta.url)) } },
  build: {
    modulePreload: { polyfill: false },
    rolldownOptions: { input: ["index.html", "tencent-callback.html"] },
  },
});
