import type { NextConfig } from "next";

const config: NextConfig = {
  headers: async () => [
    {
      source: "/tencent-callback",
      headers: [
        { key: "Referrer-Policy", value: "no-referrer" },
        { key: "Cache-Control", value: "no-store" },
        { key: "X-Content-Type-Options", value: "nosniff" },
      ],
    },
  ],
};
export default config;
