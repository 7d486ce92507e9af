import { ownOptions, read } from "../base/safely.js";
import { refuseAddress } from "../base/url.js";
import type { Diagnosis } from "../model/Diagnosis.js";
import type { SupportDesk } from "../model/TicketDraft.js";

const names = ["audience", "appVersion", "files", "url", "urlRefused", "submit"] as const;

/**
 * A desk whose address people may follow. One without is left where its own was refused, here or by `ticketDesk` before.
 * @throws TypeError in development, where the address is neither `https:` nor a path of this origin.
 */
export function acceptDesk(desk: SupportDesk, onRefused: () => void): SupportDesk {
  // a desk may be an object of a class; what every object has was given by no desk
  const given: Partial<SupportDesk> = Object.fromEntries(names.map((name) => [name, read(desk, name)]));
  const { audience, appVersion, files, submit } = given;
  if (given.urlRefused === true) onRefused();
  const url = refuseAddress("ticket desk", given.url, onRefused);
  const isWhole = "url" in desk && url === given.url && names.every((name) => given[name] === desk[name]);
  return isWhole
    ? desk
    : ownOptions({ audience, appVersion, files, url, ...(submit && { submit: submit.bind(desk) }) });
}

/**
 * The vendor's own ticket desk. A console for developers who can sign in there: nothing for the people who use an app.
 * @see https://console.cloud.tencent.com/workorder/category
 */
export const vendorDesk: SupportDesk = {
  audience: "developer",
  url: "https://console.cloud.tencent.com/workorder/category",
};

const callbackPage = "https://wiki.connect.qq.com/回调地址常见问题及修改方法";

/** The page about this trouble: the code's place in the app's own reference, or the vendor's page, if one explains it. */
export function docsUrl({ row, remedies, category }: Diagnosis, docs?: string): string | undefined {
  if (docs !== undefined && row !== null)
    return docs.includes("{code}") ? docs.replaceAll("{code}", String(row.code)) : `${docs}#code-${row.code}`;
  return category === "configuration" && remedies.includes("readDocs") ? callbackPage : undefined;
}
