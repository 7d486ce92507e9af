/** The page that all of these are judged from. */
export const page = "https://app.example/shop/?q=1#x";

const evil = "evil.example";

/** Addresses that lead away from `page`'s origin, or nowhere, however they are spelled. */
// prettier-ignore
const away: readonly string[] = [
  // other hosts and ports
  ...["https://evil.example/cb", "//evil.example/cb", "http://evil.example", "https://evil.example:443/", "https://evil.example:8443/", "HTTPS://EVIL.EXAMPLE/"],
  ...["https://app.example.evil.example/", "https://app.example-evil.example/", "https://evilapp.example/", "https://sub.app.example/", "https://app.example:8443/cb", "http://app.example/cb"],
  ...["https://app.exampl/", "https://app.example./cb", "https://[::1]/cb", "https://127.1/cb", "https://2130706433/", "https://0x7f.1/", "https://xn--pp-eka.example/"],
  // another host's name in front of an @
  ...["https://app.example@evil.example/", "https://app.example:443@evil.example/", "//app.example@evil.example", "https://app.example%40evil.example@evil.example", "https://@evil.example/"],
  ...["https://user:pass@app.example/cb", "https://user@app.example/", "https://:pass@app.example/", "https://app.example@app.example/", "http://localhost@evil.example/", "https://graph.qq.com@evil.example/"],
  // backslashes
  ...["\\\\evil.example", "/\\evil.example", "\\/evil.example", "https:\\\\evil.example", "https:/\\evil.example", "https://evil.example\\@app.example/", "/a\\..\\..\\evil", "https://app.example\\.evil.example", "/\\/evil.example", "\\evil"],
  // blanks, line breaks and control characters
  ...[" https://evil.example", "https://evil.example ", "\thttps://evil.example", "ht\ntps://evil.example", "https:\t//evil.example", "/\t/evil.example", "\t//evil.example", "/\n/evil.example", "/\r/evil.example", "\0//evil.example"],
  ...["//evil\t.example", "https://app.example\n.evil.example/", "https://app.example\r@evil.example", " //evil.example", "\u00a0//evil.example", "\ufeff//evil.example", "\u2028//evil.example", "\x01javascript:alert(1)", "https://evil.example/\x7f", "\x1f/cb"],
  // other schemes
  ...["javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:alert(1)", "javascript://app.example/%0aalert(1)", "javascript:https://app.example", " javascript:alert(1)", "vbscript:x", "livescript:x", "mocha:x"],
  ...["data:text/html,x", "data:text/html;base64,PHNjcmlwdD4=", "DATA:text/html,x", "data:,https://app.example", "blob:https://app.example/1", "blob:null/1", "filesystem:https://app.example/temporary/x"],
  ...["file:///cb", "file://app.example/cb", "ftp://app.example/", "ws://app.example/", "wss://app.example/", "about:blank", "about:srcdoc", "view-source:https://app.example/", "mailto:a@app.example", "tel:1", "intent://app.example#Intent;end"],
  ...["mqqapi://x", "weixin://x", "chrome://crash", "chrome-extension://abc/x", "ms-settings:x", "x-https://app.example", "https+app://app.example", "urn:x", "jar:https://app.example!/", "feed:https://app.example/", "steam://x", "itms://x"],
  // letters that look or fold like others
  ...["https://app。example.evil.example/", "https://evil。example/", "https://evil．example/", "https://ⓔvil.example/", "https://аpp.example/", "https://app.ехample/", "https://ａpp.example.evil.example/", "https://app.example\u2044.evil.example/"],
  ...["https://app.example\u2215evil.example/", "https://\u0430\u0440\u0440.example/", "https://app\u00ad.example.evil.example/", "https://evil.example\u200b/", "https://EVIL.example\u3002com/"],
  // percent signs
  ...["https://app.example%2eevil.example/", "https://%65vil.example/", "https://app.example%00.evil.example/", "https://app.example%2f@evil.example/", "https%3A%2F%2Fevil.example:x/", "//%65vil.example/", "https://evil%2eexample/"],
  // what no reader should take
  ...["https://[", "https://", "https:///", "https://app.example:99999/", "https://app.example:-1/", "https://exa mple/", "https://<app.example>/", "https://app.example|evil/", "//", "///evil.example", "////evil.example", "https:////evil.example", "https:///evil.example/x"],
  ...["https://^/", "http://[::ffff:7f00:1", "https://%", "https://.", "https://..", "//?", "//#", "//:80", "https://?app.example", "https://#app.example", "https://:443/"],
  ...Array.from({ length: 12 }, (_, depth) => `${"/..".repeat(depth + 1)}\\/${evil}`),
];

/** At least 150 of them, each spelled once. */
export const strange: readonly string[] = [...new Set(away)];

/** Pages of `page`'s own origin. */
// prettier-ignore
export const own: readonly string[] = [
  "/", "/tencent-callback.html", "/cb", "/a/b/c", "/cb?x=1", "/cb?x=1&y=2", "cb", "./cb", "../cb", "?q=2", "https://app.example", "https://app.example/", "https://app.example/cb",
  "https://app.example:443/cb", "HTTPS://APP.EXAMPLE/cb", "/回调", "/%E5%9B%9E", "/cb;v=1", "/a@b", "/cb?to=https://evil.example", "/shop/#/orders/7",
];

/** Sign-in pages and desks that an app may name. */
// prettier-ignore
export const named: readonly string[] = [
  "https://graph.qq.com/oauth2.0/authorize", "https://graph.z.qq.com/moc2/authorize", "https://sso.example/a?tenant=1", "https://sso.example", "https://sso.example:8443/a", "https://login.app.example/",
  "https://a.b.c.d.example/authorize", "https://登录.example/", "https://xn--wxtr44c.example/", "https://192.0.2.1/a", "https://[2001:db8::1]/a", "https://sso.example/a;b=c", "https://sso.example/%E7%99%BB", "https://sso.example/a#b",
  "https://console.cloud.tencent.com/workorder/category", "https://HELP.example/desk", "https://help.example/desk?from=kit", "https://help.example/a/b/c/d", "https://help.example/~team/", "https://help.example/a,b",
];
