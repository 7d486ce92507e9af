import type { NextConfig } from "next";

const nextConfig: NextConfig = {
  reactStrictMode: true,
  rewrites: async () => [{ source: "/app/:path*", destination: `${process.env.BACKEND ?? "http://localhost:6007"}/app/:path*` }],
};

export default nextConfig;
