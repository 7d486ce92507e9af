import { join } from "node:path";
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Locale } from "../../src/i18n/Locale.js";
import { filesByTag } from "../tagged.mjs";

const modules = import.meta.glob<{ default: Locale }>("../../src/locales/*.ts", { eager: true });
const locales: Readonly<Record<string, Locale>> = Object.fromEntries(
  Object.values(modules).map(({ default: locale }) => [locale.tag, locale]),
);

const root = new URL("../../", import.meta.url);
const lines = readFileSync(new URL("docs/accessibility.md", root), "utf8").split("\n");
const rows = lines.flatMap((line) => {
  const [, criterion, level, file] = /^\| (\d\.\d\.\d+) .*\| (A{1,2}) +\| .* — (\S+) +\|$/.exec(line) ?? [];
  return criterion === undefined ? [] : [{ criterion, level, file: file ?? "" }];
});

// prettier-ignore
const criteria = [
  "1.1.1", "1.3.1", "1.3.2", "1.3.3", "1.3.4", "1.4.1", "1.4.3", "1.4.4", "1.4.5", "1.4.10", "1.4.11", "1.4.12", "1.4.13",
  "2.1.1", "2.1.2", "2.1.4", "2.2.1", "2.2.2", "2.3.1", "2.4.3", "2.4.4", "2.4.6", "2.4.7", "2.4.11",
  "2.5.1", "2.5.2", "2.5.3", "2.5.7", "2.5.8",
  "3.1.1", "3.1.2", "3.2.1", "3.2.2", "3.2.4", "3.2.6", "3.3.1", "3.3.2", "3.3.3", "3.3.4", "3.3.7", "3.3.8", "4.1.2", "4.1.3",
];

test("each of the 43 criteria has a proof: a test of the named file that carries its tag", () => {
  const tagged = filesByTag();
  expect(criteria).toHaveLength(43);
  expect(rows.map(({ criterion }) => criterion)).toEqual(criteria);
  expect(rows.filter(({ criterion, file }) => !tagged.get(`WCAG-${criterion}`)?.has(file))).toEqual([]);
});

// words for a colour, a shape or a place
// prettier-ignore
const senses: Readonly<Record<string, RegExp>> = {
  ar: /أحمر|الحمراء|أخضر|الخضراء|أزرق|الزرقاء|رمادي|اليمين|اليسار|يمين|يسار|أعلاه|أدناه|أعلى|أسفل/u,
  de: /\b(?:rot|grün|blau|gelb|grau|rund)(?:e[nmrs]?)?\b|\b(?:links|rechts|oben|unten|unterhalb|oberhalb)\b/iu,
  en: /\b(?:red|green|blue|yellow|grey|round|on the (?:left|right)|above|below|at the (?:top|bottom))\b/iu,
  es: /\b(?:roj[oa]|verde|azul|amarill[oa]|gris|redond[oa]|izquierd[oa]|a la derecha|arriba|abajo|debajo)s?\b/iu,
  fr: /\b(?:rouge|verte?|bleue?|jaune|grise?|ronde?|gauche|à droite|ci-dessus|ci-dessous|en haut|en bas)s?\b/iu,
  id: /\b(?:merah|hijau|biru|kuning|abu-abu|bulat|di (?:kiri|kanan|atas|bawah))\b/iu,
  it: /\b(?:ross[oaie]|verd[ei]|blu|giall[oaie]|grigi[oae]?|rotond[oaie]|sinistra|a destra|in alto|in basso|sopra|sotto)\b/iu,
  ja: /[赤緑青黄灰]色|赤い|青い|丸い|[左右]側|上部|下部|上の|下の|上記|下記/u,
  ko: /빨간|빨강|초록|녹색|파란|파랑|노란|회색|둥근|왼쪽|오른쪽|위쪽|아래쪽|위의|아래의|아래에/u,
  "pt-BR": /\b(?:vermelh[oa]|verde|azul|amarel[oa]|cinza|redond[oa]|esquerd[oa]|à direita|acima|abaixo)s?\b/iu,
  ru: /(?:красн|зел[её]н|син|ж[её]лт|сер|кругл)(?:ый|ая|ое|ые|ую|ой|ого|ий|яя|ее|ие)(?!\p{L})|слева|справа|сверху|снизу|выше|ниже(?!\p{L})/iu,
  th: /สีแดง|สีเขียว|สีน้ำเงิน|สีฟ้า|สีเหลือง|สีเทา|ด้านซ้าย|ด้านขวา|ทางซ้าย|ทางขวา|ด้านบน|ด้านล่าง|ข้างล่าง|ข้างบน/u,
  vi: /màu |(?:nút|chữ) (?:đỏ|xanh|vàng|xám)|bên (?:trái|phải|trên|dưới)|phía (?:trên|dưới)|ở (?:trên|dưới)/iu,
  zh: /[红紅绿綠蓝藍黄黃灰]色|[左右][侧側边邊]|上方|下方|上面|下面/u,
};

test.each(Object.keys(locales))(
  "1.3.3: no sentence in %s points at a colour or a place",
  { tags: ["WCAG-1.3.3"] },
  (tag) => {
    const [language = ""] = tag.split("-");
    const found = senses[tag] ?? senses[language];
    const sentences = textsOf(locales[tag]);
    expect(sentences.length).toBeGreaterThan(150);
    expect(found).toBeDefined();
    expect(sentences.filter((text) => found?.test(text))).toEqual([]);
  },
);

test("1.3.3: such a sentence is found in each language", () => {
  // prettier-ignore
  const planted: Readonly<Record<string, string>> = {
    ar: "اضغط على الزر في اليمين", de: "Klicken Sie unten auf den roten Knopf", en: "Press the red button", es: "Pulse el botón rojo",
    fr: "Touchez le bouton rouge", id: "Tekan tombol merah", it: "Premi il pulsante rosso", ja: "赤いボタンを押してください",
    ko: "빨간 버튼을 누르세요", "pt-BR": "Toque no botão vermelho", ru: "Нажмите красную кнопку", th: "กดปุ่มสีแดง", vi: "Nhấn nút màu đỏ", zh: "点击红色按钮",
  };
  expect(Object.keys(planted).filter((tag) => senses[tag]?.test(planted[tag] ?? "") !== true)).toEqual([]);
  expect(Object.keys(planted)).toEqual(Object.keys(senses));
});

test(
  "1.4.5, 2.5.1, 2.5.7: no picture, no gesture, no dragging",
  { tags: ["WCAG-1.4.5", "WCAG-2.5.1", "WCAG-2.5.7"] },
  () => {
    const files = readdirSync(new URL("src", root), { recursive: true, encoding: "utf8" }).filter((file) =>
      /\.(?:tsx?|css)$/.test(file),
    );
    expect(files.length).toBeGreaterThan(100);
    const found = files.filter((file) =>
      /<img|<canvas|url\((?!\))|\bdraggable|onDrag|dragstart|onTouch|onPointerMove|onWheel/.test(
        readFileSync(new URL(`src/${file}`, root), "utf8"),
      ),
    );
    // the picture of a person, beside the name: no text is in it that is not beside it
    expect(found).toEqual([join("components", "prompt", "PromptBody.tsx")]);
  },
);

function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
