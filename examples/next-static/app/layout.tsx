import type { ReactNode } from "react";
import "tencent-error-kit/styles.css";
import "tencent-error-kit/bridges/shadcn.css";
import "./globals.css";

export const metadata = { title: "Friends", icons: "data:," };

export default function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
