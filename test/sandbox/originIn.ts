/** The origin of an address, or blank when it is none. */
export function originIn(address: string): string {
  return URL.canParse(address) ? new URL(address).origin : "";
}
