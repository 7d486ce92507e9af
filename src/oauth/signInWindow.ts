import { attempt } from "../base/safely.js";

/** Opens the blank sign-in window, inside a person's click. Undefined where the browser opens none. */
export function openSignInWindow(): Window | undefined {
  const popup = attempt(() => window.open("about:blank", "_blank", features()));
  return popup && attempt(() => popup.closed) === false ? popup : undefined;
}

function features(): string {
  const [width, height] = [600, 680];
  const left = Math.round(screenX + Math.max(0, (outerWidth - width) / 2));
  const top = Math.round(screenY + Math.max(0, (outerHeight - height) / 2));
  return `popup,width=${width},height=${height},left=${left},top=${top}`;
}
