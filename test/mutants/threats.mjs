/** @type {readonly import("./Mutant.js").Mutant[]} */
export const threats = [
  {
    proves: "T01",
    name: "innerHTML",
    file: "src/components/NoticeDetails.tsx",
    from: "<bdi>{serverMessage}</bdi>",
    to: "<bdi dangerouslySetInnerHTML={{ __html: serverMessage }} />",
  },
  {
    proves: "T13",
    name: "record deleted after the await",
    file: "src/core/shelf.ts",
    from: "attempt(() => storage?.removeItem(key));",
    to: "queueMicrotask(() => attempt(() => storage?.removeItem(key)));",
  },
  {
    proves: "T23",
    name: "origin by endsWith",
    file: "src/flows/popupReauth.ts",
    from: "if (event.origin === own)",
    to: 'if (event.origin.endsWith(own.replace(/^https?:../, "")))',
  },
  {
    proves: "T25",
    name: "state check skipped when missing",
    file: "src/core/flowMessage.ts",
    from: 'if (read(message, "state") !== state ||',
    to: 'if ((read(message, "state") ?? state) !== state ||',
  },
  {
    proves: "T43",
    name: "deep merge",
    file: "src/core/defineCatalog.ts",
    from: "rows.map(copyRow)",
    to: "rows.map((row) => { const merge = (to: any, from: any): any => { for (const key of Object.keys(from)) { if (typeof from[key] === 'object') merge((to[key] ??= {}), from[key]); else to[key] = from[key]; } return to; }; return Object.freeze(merge({}, row)); })",
  },
];
