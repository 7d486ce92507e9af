/** The app's id at QQ Connect. It is public: the appkey stays on your server. */
export const appId = "100550231";

/** The return page, registered at QQ Connect letter for letter. */
export const returnPage = "/tencent-callback";

/** The route of your server that trades a code for a session and answers `{ accountId }`. */
export const sessionRoute = "/session/qq";

/** The route of your server that begins a sign-in and binds it to the browser. Undefined: the page begins it at QQ itself. */
export const startRoute: string | undefined = undefined;

/** What the addresses of calls to Tencent's platform contain, such as `/api/qq/`. Empty: the kit tells them by their answers. */
export const platformPaths: readonly string[] = [];

/** Whether the page is loaded anew for another account: where no data layer forgets what it has read for the last one. */
export const reloadsForOtherAccount = false as boolean;
