"use client";
import { ErrorNotice } from "tencent-error-kit";

export default function Failed({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <ErrorNotice error={error} reset={reset} />;
}
