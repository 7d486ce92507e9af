/** The errors whose calls were sent again after a sign-in: each once, whichever notice or hook of a page saw it. */
export const resent: WeakSet<object> = /* @__PURE__ */ new WeakSet();
