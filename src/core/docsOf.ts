import type { Diagnosis } from "../model/Diagnosis.js";

const callbackPage = "https://wiki.connect.qq.com/回调地址常见问题及修改方法";

/** The page about this trouble: the code's place in the app's own reference, or the vendor's page, if one explains it. */
export function docsOf({ row, remedies, category }: Diagnosis, docs?: string): string | undefined {
  if (docs !== undefined && row !== null) return `${docs}#code-${row.code}`;
  return category === "configuration" && remedies.includes("readDocs") ? callbackPage : undefined;
}
