import type { Diagnosis } from "../model/Diagnosis.js";

const callbackPage = "https://wiki.connect.qq.com/回调地址常见问题及修改方法";

/** The vendor's page about this trouble, if there is one that explains it. */
export function docsOf({ remedies, category }: Diagnosis): string | undefined {
  return category === "configuration" && remedies.includes("readDocs") ? callbackPage : undefined;
}
