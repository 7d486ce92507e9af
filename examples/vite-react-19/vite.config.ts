import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [react()],
  build: {
    modulePreload: { polyfill: false },
    rolldownOptions: { input: ["index.html", "tencent-callback.html"] },
  },
});
