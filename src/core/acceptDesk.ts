import type { SupportDesk } from "../model/TicketDraft.js";
import { ownOptions } from "./ownOptions.js";
import { refuseAddress } from "./refuseAddress.js";

const names = ["audience", "appVersion", "files", "url", "urlRefused", "submit"] as const;

/**
 * A desk whose address people may follow. One without is left where its own was refused, here or by `ticketDesk` before.
 * @throws TypeError in development, where the address is neither `https:` nor a path of this origin.
 */
export function acceptDesk(desk: SupportDesk, onRefused: () => void): SupportDesk {
  const given = <Name extends keyof SupportDesk>(name: Name): SupportDesk[Name] | undefined =>
    isPlanted(desk, name) ? undefined : desk[name];
  if (given("urlRefused") === true) onRefused();
  const url = refuseAddress("ticket desk", given("url"), onRefused);
  const isWhole = "url" in desk && url === given("url") && !names.some((name) => isPlanted(desk, name));
  if (isWhole) return desk;
  const submit = given("submit")?.bind(desk);
  return ownOptions({
    audience: given("audience") ?? "developer",
    appVersion: given("appVersion"),
    files: given("files"),
    url,
    ...(submit && { submit }),
  });
}

/** A desk may be an object of a class; what every object has was given by no desk. */
function isPlanted(desk: SupportDesk, name: string): boolean {
  return name in Object.prototype && !Object.hasOwn(desk, name);
}
