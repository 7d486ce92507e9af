import type { CommandIo, Flags, Report } from "../CommandIo.js";
import { describe, leftToDo, type Plan } from "./describePlan.js";
import { applied, type Edit } from "./Edit.js";
import { findProject } from "./findProject.js";
import { digest, type InitRecord, readRecord, writeRecord, undo } from "./initRecord.js";
import { planEdits } from "./planEdits.js";
import { planFiles } from "./planFiles.js";
import type { Answers, Project } from "./Project.js";

/** Puts the kit into the app of the current folder, or takes out what an earlier run has put there. */
export async function init(_inputs: readonly string[], flags: Flags, io: CommandIo): Promise<Report> {
  if (flags.undo === true) return undo(flags, io);
  const answers = answersOf(flags);
  const project = await findProject(io, flags.locale, answers);
  const plan = await planOf(project, answers, io);
  const isEmpty = plan.created.length + plan.edits.length === 0;
  const isWritten = flags["dry-run"] !== true && !isEmpty && (await isWanted(project, plan, flags, io));
  if (isWritten) await write(plan, io);
  const ending = isEmpty
    ? "Nothing to write: all of it is there."
    : isWritten
      ? leftToDo(project, answers)
      : "Nothing was written.";
  return {
    text: [describe(project, plan), ending].join("\n\n"),
    json: {
      framework: project.framework,
      layers: project.layers,
      created: plan.created.map(({ path }) => path),
      edited: [...new Set(plan.edits.map(({ path }) => path))],
      kept: plan.kept,
      byHand: plan.byHand,
      left: project.left,
      isWritten,
    },
    hasFindings: plan.byHand.length > 0,
  };
}

function answersOf({ "app-id": appId, exchange, platform }: Flags): Answers {
  if (appId !== undefined && !/^\d{4,12}$/.test(appId))
    throw new TypeError("--app-id is the number of the app at QQ Connect.");
  if (exchange !== undefined && !/^(\/|https:\/\/)/.test(exchange))
    throw new TypeError("--exchange is a path of your server, such as /session/qq.");
  return { appId, exchange, platform };
}

async function planOf(project: Project, answers: Answers, io: CommandIo): Promise<Plan> {
  const files = planFiles(project, answers);
  const isThere = await Promise.all(
    files.map(({ path }) =>
      io.read(path).then(
        () => true,
        () => false,
      ),
    ),
  );
  const { edits, byHand } = planEdits(project);
  return {
    created: files.filter((_file, at) => isThere[at] !== true),
    kept: files.flatMap(({ path }, at) => (isThere[at] === true ? [path] : [])),
    edits,
    byHand,
  };
}

/** A person at the keyboard sees it first; a script has said what it wants. */
async function isWanted(project: Project, plan: Plan, flags: Flags, io: CommandIo): Promise<boolean> {
  return flags.yes === true || (await io.confirm(`${describe(project, plan)}\n\nWrite this?`));
}

async function write({ created, edits }: Plan, io: CommandIo): Promise<void> {
  const before = (await readRecord(io)) ?? { created: {}, edits: [] };
  const done: Edit[] = [];
  const record = (): InitRecord => ({
    created: { ...before.created, ...Object.fromEntries(created.map(({ path, text }) => [path, digest(text)])) },
    edits: [...before.edits, ...done],
  });
  // first of all: what follows can be taken back also when it stops halfway
  await writeRecord(io, record());
  for (const { path, text } of created) await io.write(path, text);
  for (const edit of edits) {
    const text = applied(await io.read(edit.path), edit);
    if (text === undefined) continue;
    done.push(edit);
    await writeRecord(io, record());
    await io.write(edit.path, text);
  }
}
