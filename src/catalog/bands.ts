import type { CodeBand } from "../model/CodeRow.js";

/**
 * What an undocumented `ret` means by where it lies. A band names who can mend it and nothing more: no retry, no remedy.
 * @see https://wiki.connect.qq.com/公共返回码说明
 */
// prettier-ignore
export const bands: readonly CodeBand[] = [
  [-9999999, -51, "platform", "platform"],
  [-50, -1, "unknown", "developer"],
  [1, 9999999, "unknown", "developer"],
];
