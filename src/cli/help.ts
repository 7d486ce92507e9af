const overview = `tencent-error-kit <command>

  explain <code or answer>   what a failed call means and what to do (without an argument: reads the answer from stdin)
  check <file>               what is wrong with a language of your own, or lacks in a pack (.json, .js, .mjs; .ts where Node can load it)
  diff <table.md>            which codes of the vendor's table are new, changed or gone since this version
  init                       puts the kit into the app of this folder: Vite, Next.js or Umi Max; --undo takes it out again
  pages                      a static page for each code, in Chinese and English
  messages                   the words of a language as messages for your own i18n library

  --json       for programs          --help, -h      this, or more on a command
                                     --version, -v   the kit's version

Exit codes: 0 all is well, 1 findings, 2 called wrongly.`;

const details: Readonly<Record<string, string>> = {
  explain: `tencent-error-kit explain 100016 --locale ja
tencent-error-kit explain -73 --audience user
tencent-error-kit explain 'callback( {"error":100016} );'
tencent-error-kit explain '{"code":100014}' --status 401
tencent-error-kit explain 40163 --pack wechat.js
curl … | tencent-error-kit explain

  --locale <tag>                 language of the words (default: en)
  --audience <user|developer>    who reads them (default: developer)
  --status <number>              the HTTP status of the answer, which tells whose number it is where its shape does not
  --pack <file>                  a table of your own beside the kit's
  --json

Takes a code, or an answer as it came: JSON, JSONP, a form, an address. Never prints what the server wrote.
Exit codes: 0 explained, or the answer is no failure; 1 nobody documents it; 2 called wrongly.`,
  check: `tencent-error-kit check src/locales/pl.json
tencent-error-kit check wechat.js

Of a pack: what defineCatalog refuses, what no call could be told by, rows without words or a way back, words without a row.
Of a language: looks for missing and extra keys, plural forms that the language needs, lost placeholders, blanks, markup, words that users
never read, codes in the same words, and sentences that are still in English.
Exit codes: 0 nothing found, 1 findings, 2 the file can't be read.`,
  diff: `tencent-error-kit diff tencent-error-codes.md

Compares each row of the vendor's table, in Markdown, with the digest of the row that this version was made from.
Exit codes: 0 no difference, 1 differences, 2 the file can't be read or has no table.`,
  init: `tencent-error-kit init --app-id 100550231

Finds Vite, Next.js or Umi Max, and TanStack Query, SWR, RTK Query, axios or fetch; shows what it will write, and writes it. Files that are
there are never overwritten, changes are single lines, in what the page's entry leads to by its imports: what a server runs and what git
ignores stays as it is, and is listed where it calls. A second run changes nothing.

  --app-id <number>    the app's id at QQ Connect
  --exchange <path>    the route of your server that trades a code for a session (default: /session/qq; Next.js gets one). A server that
                       takes the code itself: docs/recipes/exchange.md
  --platform <path>    what the addresses of calls to Tencent's platform contain, such as /api/qq/
  --locale <tag>       language of the words (default: that of the app's page)
  --dry-run            shows it only
  --yes, -y            asks nothing
  --undo               takes back what earlier runs have written
  --json

A change that waits for a sign-in is asked about by its method and path, unless its call has a name: the fetch of tencent/fetch.ts takes it
third, { label: "Publish the post" }, a call of axios as { tencent: { label } }.
Left to you, where people can sign in without the kit too: accountId in tencent/client.ts, which tells whose page this is.
Exit codes: 0 done, 1 something is left to do by hand, 2 called wrongly.`,
  pages: `tencent-error-kit pages --out public/codes

Writes <folder>/<language>/<code>.html: what a code is, what users and developers are told, real answers with their sources, how it
is healed. One file each, without scripts, for any static host. Notices link to them by the client's option docs:
createTencentErrorClient({ docs: "/codes/en/{code}.html" }).

  --out <folder>    (default: tencent-codes)
  --json

Exit codes: 0 written, 2 called wrongly.`,
  messages: `tencent-error-kit messages --locale ja --format icu > ja.json

  --locale <tag>           (default: en)
  --format <icu|i18next>   ICU MessageFormat, as react-intl and next-intl read it, or i18next with plurals by suffix

Ids are the kit's own, flat: "titles.-73", "developer.remedies.openTicket". In i18next, set keySeparator to false.
The provider takes your own words for any of them: <TencentErrorProvider messages={{ "titles.-73": "…" }}>.`,
};

/** How to call a command, or all of them. */
export function help(command: string | undefined): string {
  return (command !== undefined && Object.hasOwn(details, command) ? details[command] : undefined) ?? overview;
}
