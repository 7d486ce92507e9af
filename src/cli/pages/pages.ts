/// <reference types="vite/client" />
import { reportedCatalog } from "../../catalog/reportedCatalog.js";
import { diagnose } from "../../diagnose/diagnose.js";
import type { CommandIo, Flags, Report } from "../CommandIo.js";
import { type CodeRecord, codeTable, publicSamples, type WireSample } from "../publicData.js";
import { sampleBody } from "../explain.js";
import { languageOf } from "../languages.js";
import { codePage } from "./codePage.js";
import { pageWords } from "./pageWords.js";

const corpus = import.meta.glob<string>("../../../test/fixtures/wireSamples.jsonl", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** Writes a page for each code in each of the reviewed languages: `<folder>/<language>/<code>.html`. */
export async function pages(_inputs: readonly string[], flags: Flags, io: CommandIo): Promise<Report> {
  const folder = (flags.out ?? "tencent-codes").replace(/\/+$/, "");
  const files = allPages().map(({ path, text }) => ({ path: `${folder}/${path}`, text }));
  for (const { path, text } of files) await io.write(path, text);
  const bytes = files.map(({ text }) => new TextEncoder().encode(text).length);
  return {
    text: [
      `${files.length} pages in ${folder}, ${Math.ceil(Math.max(...bytes) / 1024)} KB at most`,
      `Serve the folder, and name it to the client: createTencentErrorClient({ docs: "/${folder.replace(/^.*\bpublic\//, "")}/en/{code}.html" })`,
    ].join("\n"),
    json: { folder, pages: files.map(({ path }) => path), largest: Math.max(...bytes) },
    hasFindings: false,
  };
}

/** Every page, by its path below the folder. */
export function allPages(): readonly { readonly path: string; readonly text: string }[] {
  const table = codeTable();
  const samples = Object.values(corpus).flatMap(publicSamples);
  return (["zh-CN", "en"] as const).flatMap((tag) =>
    table.map((record) => {
      const body = sampleBody(record.code);
      const text = codePage({
        record,
        diagnosis: diagnose(body, { catalog: reportedCatalog }),
        locale: languageOf(tag),
        words: pageWords[tag],
        otherTag: tag === "en" ? "zh-CN" : "en",
        samples: samplesOf(record, samples),
        family: table.filter(({ family }) => family === record.family),
        likely: JSON.stringify(body),
      });
      return { path: `${tag}/${record.code}.html`, text };
    }),
  );
}

/** Real ones first. An app's own API may use the same number for something else. */
function samplesOf({ code }: CodeRecord, samples: readonly WireSample[]): readonly WireSample[] {
  const own = samples.filter((sample) => sample.code === code && sample.isError && sample.dialect !== "foreign");
  const real = own.filter(({ evidence }) => evidence !== "constructed");
  return real.length > 0 ? real : own;
}
