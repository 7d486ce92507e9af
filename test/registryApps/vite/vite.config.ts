import react from "@vitejs/plugin-react";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { tencentCallback } from "./tencentCallback";

export default defineConfig({
  plugins: [tencentCallback(), react()],
  resolve: { alias: { "@": fileURLToPath(new URL("src", import.meta.url)) } },
  server: { proxy: { "/app": "http://localhost:6007" } },
});
