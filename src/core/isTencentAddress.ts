import { attempt } from "./attempt.js";

/** Hosts whose every answer is Tencent's own. What apps rent there, such as buckets and functions, lies elsewhere. */
const hosts = /(?:^|\.)(?:qq|wechat|tencent|tencentyun|tencentcloudapi|qcloud)\.com$/;

/** Whether an address leads to Tencent itself. A path is the app's own. */
export function isTencentAddress(address: string | undefined): boolean {
  if (address === undefined || !/^(?:https?:)?[/\\]{2}/i.test(address)) return false;
  return hosts.test(attempt(() => new URL(address, "https://app.invalid").hostname) ?? "");
}
