import "./globals.css";
import { TencentErrors } from "../tencent/TencentErrors";

export const metadata = { title: "Friends", icons: "data:," };

export default function RootLayout({ children }: { readonly children: React.ReactNode }) {
  return (
    <html lang="en">
      <body>
        <TencentErrors>{children}</TencentErrors>
      </body>
    </html>
  );
}
