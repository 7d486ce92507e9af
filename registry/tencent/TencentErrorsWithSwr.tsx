"use client";
import type { ReactNode } from "react";
import { SWRConfig } from "swr";
import { ErrorNoticeRegion, ReauthPrompt, TencentErrorProvider } from "tencent-error-kit";
import { user as locale } from "tencent-error-kit/locales/zh-CN";
import "tencent-error-kit/styles.css";
import { tencentSwr } from "tencent-error-kit/swr";
import { client } from "./client";

const swr = tencentSwr(client);

/** Goes around the app: SWR's settings, failures that no page shows itself, and one prompt for all calls that need a new sign-in. */
export function TencentErrors({ children }: { readonly children: ReactNode }) {
  return (
    <SWRConfig value={swr}>
      <TencentErrorProvider client={client} locale={locale}>
        {/* An app with a header has it below the header. */}
        <ErrorNoticeRegion />
        {children}
        <ReauthPrompt />
      </TencentErrorProvider>
    </SWRConfig>
  );
}
