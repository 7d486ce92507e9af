"use client";
import { QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ReauthPrompt, TencentErrorProvider } from "tencent-error-kit";
import { user as en } from "tencent-error-kit/locales/en";
import { getQueryClient } from "../lib/queryClient";
import { client } from "../lib/tencent";

export function Providers({ children }: { children: ReactNode }) {
  return (
    <QueryClientProvider client={getQueryClient()}>
      <TencentErrorProvider client={client} locale={en}>
        {children}
        <ReauthPrompt />
      </TencentErrorProvider>
    </QueryClientProvider>
  );
}
