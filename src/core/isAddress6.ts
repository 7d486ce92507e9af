/** How far into `found` an address of IPv6 begins, or false. Times, scopes of C++ and words of hexadecimal letters are none. */
export function isAddress6(found: string, before: string): number | false {
  const glued = /[^\W\d_]$/.test(before) ? found.indexOf(":") + 1 : 0;
  for (const start of [glued, found.startsWith(":") && !found.startsWith("::") ? 1 : 0]) {
    const address = found
      .slice(start)
      .replace(/%.*/, "")
      .replace(/(?<=[^:]):$/, "");
    if (isWhole(address) && (start === 0 || !address.startsWith("::"))) return start;
  }
  return false;
}

function isWhole(address: string): boolean {
  const [head = "", tail, ...more] = address.split("::");
  const groups = [head, tail ?? ""].flatMap((side) => (side === "" ? [] : side.split(":")));
  const size = groups.length + (address.includes(".") ? 1 : 0);
  const isSpelled = groups.every((group, index) =>
    index === groups.length - 1 && group.includes(".")
      ? /^\d+(?:\.\d+){3}$/.test(group)
      : /^[\da-f]{1,4}$/i.test(group),
  );
  if (!isSpelled || more.length > 0 || size > 8) return false;
  // without a gap also what is cut, and addresses of network cards
  return tail === undefined ? size >= 5 : size > 0 && (/\d/.test(address) || size >= 3);
}
