"use client";
export { SessionBanner, type SessionBannerProps } from "./components/session/SessionBanner.js";
