// Node has no window, so a client there takes itself for one on a server, which holds nothing. Tests that are about a page in
// Node get one that has nothing but its name; those about servers take it away.
Object.assign(globalThis, { window: globalThis });
