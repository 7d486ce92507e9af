"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useReauth } from "tencent-error-kit";

/** Asks the server again, once somebody has signed in: what it has rendered may be a visitor's, or another account's. */
export function ServerRefresh(): null {
  const { refresh } = useRouter();
  const { epoch } = useReauth();
  useEffect(() => {
    if (epoch > 0) refresh();
  }, [epoch, refresh]);
  return null;
}
