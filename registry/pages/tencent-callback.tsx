import { useEffect } from "react";
import { handleCallback } from "tencent-error-kit/callback";

export default function TencentCallback() {
  useEffect(() => handleCallback(), []);
  return null;
}
