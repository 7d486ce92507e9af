import type { CodeBand } from "../model/CodeRow.js";

/**
 * Who can mend an undocumented `ret`, by where it lies: below -50 the platform itself failed, from there to -1 its gateway
 * refused the call, above 0 speaks the API. A band says nothing more: no category, no retry, no remedy.
 * @see https://wiki.connect.qq.com/公共返回码说明
 */
// prettier-ignore
export const bands: readonly CodeBand[] = [
  [-9_999_999_999, -51, "platform"],
  [-50, -1, "developer"],
  [1, 9_999_999_999, "developer"],
];
