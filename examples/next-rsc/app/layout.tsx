import Link from "next/link";
import type { ReactNode } from "react";
import "tencent-error-kit/styles.css";
import "./globals.css";
import { NightSwitch } from "./night-switch";
import { Providers } from "./providers";

export const metadata = { title: "Circle", icons: "data:," };

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <Providers>
          <nav>
            <strong>Circle</strong>
            <Link href="/">Friends</Link>
            <Link href="/profile">Profile</Link>
            <Link href="/card">Card</Link>
            <NightSwitch />
          </nav>
          <main>{children}</main>
        </Providers>
      </body>
    </html>
  );
}
