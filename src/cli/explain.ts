import { reportedCatalog } from "../catalog/reportedCatalog.js";
import { type Examination, examine } from "../diagnose/diagnose.js";
import { resolve } from "../i18n/resolve.js";
import type { Diagnosis } from "../model/Diagnosis.js";
import type { Audience, Message } from "../model/Message.js";
import type { Flags, CommandIo, Report } from "./CommandIo.js";
import { type CodeRecord, codeTable } from "./publicData.js";
import { languageOf } from "./languages.js";
import { packBody, readPack } from "./readPack.js";

/** Says what a code or an answer means and what to do. What the server wrote goes no further. */
export async function explain(inputs: readonly string[], flags: Flags, io: CommandIo): Promise<Report> {
  const audience = audienceOf(flags.audience);
  const locale = languageOf(flags.locale);
  const given = inputs.length === 0 || inputs.join() === "-" ? await io.stdin() : inputs.join(" ");
  const input = given?.trim() ?? "";
  if (input === "") throw new TypeError("explain needs a code or an answer.");
  const pack = flags.pack === undefined ? undefined : await readPack(flags.pack, io);
  const number = /^-?\d{1,10}$/.test(input) ? Number(input) : undefined;
  const isOfPack = pack?.find(number ?? input) !== undefined;
  const sample = isOfPack ? packBody(pack, number ?? input) : number === undefined ? input : sampleBody(number);
  const catalogs = [reportedCatalog, ...(pack === undefined ? [] : [pack])];
  const read = (status: number | undefined): Examination =>
    examine(status === undefined ? sample : { status, headers: {}, data: sample }, {
      catalogs,
      catalogOf: () => (isOfPack ? pack : undefined),
    });
  const status = statusOf(flags.status);
  const { diagnosis, outcome } = read(status);
  if (outcome === "success") {
    return { text: "This answer reports no failure.", json: { failure: null }, hasFindings: false };
  }
  // a pack names no provider: its own name, which is the id of its flow, stands in for one
  const message = resolve(diagnosis, locale, { audience, provider: isOfPack ? pack.name : undefined });
  const isOpen = diagnosis.row === null && audience === "developer";
  const isOther = isOpen && status === undefined && read(401).diagnosis.row !== null;
  const isOwn = isOpen && Boolean(diagnosis.failure.code);
  const hints = isOther ? [otherStatus] : isOwn ? [ownNumber] : [];
  return {
    text: [textOf(diagnosis, message), ...hints].join("\n\n"),
    json: { ...recordOf(diagnosis), message },
    hasFindings: diagnosis.row === null,
  };
}

function audienceOf(name = "developer"): Audience {
  if (name === "user" || name === "developer") return name;
  throw new TypeError(`There is no audience "${name}". There are user and developer.`);
}

function statusOf(status: string | undefined): number | undefined {
  if (status === undefined || /^[1-5]\d\d$/.test(status)) return status === undefined ? undefined : Number(status);
  throw new TypeError("--status is the HTTP status of the answer, such as 401.");
}

function recordOf(diagnosis: Diagnosis): object {
  const { failure, row, category, fixer, retry, remedies, catalog } = diagnosis;
  const { code, dialect, confidence } = failure;
  const record = inTable(diagnosis) ?? row ?? { code, reason: null, category, fixer, retry, remedies };
  return { catalog: catalog ?? null, dialect, confidence, sources: [], ...record };
}

/** What the kit's own table says: a pack's numbers are others. */
function inTable({ row, catalog }: Diagnosis): CodeRecord | undefined {
  return catalog === "tencent" ? codeTable().find((each) => each.code === row?.code) : undefined;
}

function textOf(diagnosis: Diagnosis, message: Message): string {
  const { failure, row, category, fixer, retry, catalog } = diagnosis;
  const record = inTable(diagnosis);
  const steps = message.steps.map(({ text }, at) => `  ${at + 1}. ${text}`);
  const standing =
    row === null
      ? "nobody documents it"
      : record === undefined
        ? `in the pack "${catalog}"`
        : record.inTable
          ? "in the vendor's table"
          : "reported";
  const facts = [
    [
      "code",
      [...new Set([failure.code ?? row?.code ?? "none", row?.reason]), `(${standing})`].filter(Boolean).join(" "),
    ],
    ["category", category],
    ["mended by", fixer],
    ["retry", retry],
    ["dialect", failure.dialect],
    ...(record?.sources ?? []).map((source) => ["source", source]),
  ].map(([name = "", value = ""]) => `${name.padEnd(10)} ${value}`);
  const words = [message.title, message.description, ...steps];
  return (message.audience === "user" ? words : [...words, "", ...facts]).join("\n");
}

/** What nobody documents may be no number of Tencent's at all. */
const ownNumber =
  "If this is a number of your own API's: let the client's isTencent give false for its calls, so that the kit does not read it.";

/** An answer's status tells whose number it is, where its shape does not. */
const otherStatus =
  "With HTTP 401 this number is a documented one: call explain with --status and the status of the answer.";

/** The answer that brings a code, as the API of its family spells it. */
export function sampleBody(code: number): object {
  return code >= 100_000 && code < 200_000 ? { error: code, error_description: "" } : { ret: code, msg: "" };
}
