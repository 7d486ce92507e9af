/** What browsers, phones and servers ask for: one tag, or a list of them in the reader's order, parted by commas. */
// prettier-ignore
export const localeRequests: readonly string[] = [
  "zh zh-CN zh-TW zh-HK zh-MO zh-SG zh-MY zh-Hans zh-Hant zh-Hans-CN zh-Hans-SG zh-Hans-HK zh-Hans-MO zh-Hans-TW zh-Hant-TW",
  "zh-Hant-HK zh-Hant-MO zh-Hant-CN zh-Hant-SG zh-US zh-Hant-US zh-AU zh-CA zh-ID zh-TH zh-PH zh-VN zh-GB zh-NZ zh-JP",
  "yue yue-Hans yue-HK wuu nan hak cmn cmn-Hans cmn-Hant und-CN und-TW und-Hant und-JP und mul zxx art-lojban",
  "en en-US en-GB en-AU en-CA en-IN en-NZ en-IE en-ZA en-SG en-HK en-PH en-MY en-NG en-KE en-001 en-150 en-DE en-CN en-JP",
  "en-Latn en-Latn-US en-US-u-hc-h23 en-GB-oxendict en-US-x-app en-US-posix en-Shaw",
  "ja ja-JP ja-Jpan-JP ja-JP-u-ca-japanese ja-US ja-Latn ko ko-KR ko-KP ko-Kore-KR ko-US ko-CN",
  "de de-DE de-AT de-CH de-LI de-LU de-BE de-IT de-1901 de-CH-1996 de-DE-u-co-phonebk gsw nds lb",
  "fr fr-FR fr-CA fr-CH fr-BE fr-LU fr-MC fr-SN fr-CI fr-MA fr-CD fr-HT fr-US br oc wo",
  "es es-ES es-419 es-MX es-AR es-CO es-CL es-PE es-VE es-US es-PR es-GQ es-PH es-EA ca gl eu qu",
  "pt pt-BR pt-PT pt-AO pt-MZ pt-CV pt-CH pt-MO pt-LU pt-TL it it-IT it-CH it-SM it-VA sc fur",
  "ru ru-RU ru-UA ru-BY ru-KZ ru-KG ru-MD ru-US uk be kk ky uz tg tt az hy ka",
  "id id-ID in in-ID id-MY ms ms-MY ms-BN ms-SG jv su fil tl vi vi-VN vi-US vi-Hani th th-TH th-TH-u-nu-thai lo km my",
  "ar ar-EG ar-SA ar-AE ar-MA ar-DZ ar-TN ar-IQ ar-SY ar-JO ar-LB ar-001 ar-IL ar-SO ar-Latn arz ary fa he iw ur ckb",
  "nl nl-BE sv da nb no nn fi is pl cs sk hu ro bg sr sr-Latn hr sl el tr sw hi bn ta te mr ne si am mn bo ug",
  "en-US,en zh-CN,zh,en zh-TW,zh,en-US,en zh-HK,zh,en zh-Hant-HK,en-HK zh-SG,en-SG yue-HK,zh-HK,en en-GB,zh-CN ja-JP,en-US",
  "ko-KR,ko,en-US,en de-CH,fr-CH,it-CH fr-CA,en-CA es-419,es,en es-MX,es-US,en pt-PT,pt,en pt-BR,pt it-CH,de-CH ru-UA,uk,en",
  "uk,ru,en uk-UA,en id-ID,id,en-US ms-MY,id,en vi-VN,vi th-TH,en ar-EG,ar ar-SA,en-US nl-NL,de,en nl,fr-BE sv-SE,en da,de",
  "pl,en tr-TR,de-DE xx,ja xx-YY,zz sw,en hi-IN,en-IN bn,hi,en zh-Hans,zh-Hant zh-Hant,zh-Hans zh-MO,pt-MO pt-MO,zh-MO",
  "kk-KZ,ru uz-Cyrl,ru tl,en fil-PH,en-PH ca-ES,es gl,pt,es eu,fr gsw-CH,de lb,de,fr bo-CN,zh-CN ug,zh mn-CN,zh iw,ar,en",
  "he,en fa,ar ur-PK,en sr-Latn,de sr,ru en-US,ja,zh-TW ja,zh-Hans ko,zh-Hant-TW fr,es,it it,fr,es es,pt pt,es nb,sv,en",
  "fi,ru et,ru lv,ru,en ka,ru,en hy,ru az,tr,ru af,nl,en zu,en-ZA am,en so,ar km,th lo,th my,en ne,hi,en si,ta,en",
].flatMap((row) => row.split(" "));

/** Where FormatJS answers otherwise, with what it says, and why the kit does not. */
// prettier-ignore
export const differences: readonly { readonly why: string; readonly formatjs: Readonly<Record<string, string>> }[] = [
  {
    why: "CLDR counts on people who know the neighbour's language; that is the app's to say, by its fallback",
    formatjs: answers("de: gsw lb; fr: br oc wo; es: ca gl eu qu; ru: be kk ky uz tg tt az hy mn; id: ms ms-MY ms-BN ms-SG jv su; ar: ckb; zh-CN: bo"),
  },
  {
    why: "CLDR counts on English as a school's language",
    formatjs: answers("en: ka lo km my ur is sw bn ta te ne si am"),
  },
  { why: "a reader of the one script need not know the other", formatjs: answers("ja: ja-Latn; ar: ar-Latn") },
];

function answers(rows: string): Record<string, string> {
  const pairs = rows.split("; ").flatMap((row) => {
    const [found = "", tags = ""] = row.split(": ");
    return tags.split(" ").map((tag) => [tag, found] as const);
  });
  return Object.fromEntries(pairs);
}
