// Node has no window, so a client there acts as on a server, which holds nothing. Tests of a page's behaviour in
// Node get an empty one; tests of servers remove it.
Object.assign(globalThis, { window: globalThis });
