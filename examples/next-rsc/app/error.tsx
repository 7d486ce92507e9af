"use client";
import { ErrorNotice } from "tencent-error-kit";

export default function Failed({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return <ErrorNotice error={error} retry={retry} />;
}
