import { handleCallback } from "tencent-error-kit/callback";

handleCallback();
