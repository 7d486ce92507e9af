"use client";
export { ErrorNoticeRegion, type ErrorNoticeRegionProps } from "./components/notice/ErrorNoticeRegion.js";
