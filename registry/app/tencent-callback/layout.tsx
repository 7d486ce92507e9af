import type { ReactNode } from "react";

/** A document of its own: the app's documents begin further below. */
export default function TencentCallbackLayout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="zh">
      <body>{children}</body>
    </html>
  );
}
