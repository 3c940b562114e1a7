import type { Viewer } from "@/lib/access/policy";
import { noteNames } from "@/lib/access/reading";
import { canonicalJson } from "@/lib/platform/canonical-json";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { invalid } from "@/lib/platform/errors";
import { fieldsProblem, IMPORT_FIELDS, type ImportField } from "../columns";
import { conclusionsOf } from "../reading/conclusions";
import type { JudgedTimes } from "../time/judge-times";
import type { TimeKind } from "../time/read-time";
import { isTable } from "../reading/format";
import type { ColumnsInput } from "../import";
import { columnPlan, NEW_QUESTION, type ColumnPlan, type SpeakerPlan } from "../plan";
import { shapeOf } from "../reading/shape";
import { countSpeakers } from "../queries/import-speakers";
import { formatOf } from "../queries/import-pieces";
import { findChosen } from "./find-import";
import { knownSpeakers } from "./known-speakers";

type Counted = { importId: string; mapping: ColumnPlan; list: SpeakerPlan["list"] };
type Settled = { importId: string; speakers: number };

/**
 * Sets what the columns of a chosen file hold, and remembers it for files of the same shape. Its speakers are
 * then counted again, each with the participant who has that label or that name.
 */
export async function settleColumns(viewer: Viewer, input: ColumnsInput): Promise<Settled> {
  const counted = await settleFields(viewer, input);
  const list = await countSpeakers(input.importId);
  return settleCount(viewer, { ...counted, list });
}

const settleFields = command(async (tx, viewer: Viewer, input: ColumnsInput) => {
  const found = await findChosen(tx, viewer, input.importId, input.basedOn);
  const format = formatOf(found.format);
  const plan = columnPlan(found.mapping);
  const chosen = plan.header.map((_, column) => input.entries[String(column)] ?? "");
  const fields = isTable(format) ? chosen.map(fieldOf) : plan.fields;
  const problem = fieldsProblem(fields);
  if (problem) throw invalid(problem.message, `column-${problem.column}`);
  const settled: ColumnPlan = {
    header: plan.header,
    fields,
    questions: isTable(format) ? await questionsOf(tx, found.roundtableId, chosen) : plan.questions,
    timeKind: timeKindOf(conclusionsOf(found.reading).times[fields.indexOf("time")], input.timeKind),
    wording: input.wording,
    settled: true,
    startsAt: input.startsAt || null,
  };
  await tx.import.update({ where: { id: found.id }, data: { mapping: settled }, select: { id: true } });
  if (isTable(format) && plan.header.some((title) => title !== "")) {
    const key = { reviewId: found.roundtable.reviewId, shape: shapeOf(format, plan.header) };
    // The headings are not kept: their digest finds the shape again.
    const kept = {
      mapping: { ...settled, header: [], questions: settled.questions.map(asNew), startsAt: null },
      byId: viewer.userId,
      updatedAt: new Date(),
    };
    await tx.importShape.upsert({
      where: { reviewId_shape: key },
      create: { ...key, ...kept },
      update: kept,
      select: { reviewId: true },
    });
  }
  return { importId: found.id, mapping: settled };
});

/** Questions belong to one roundtable: for another file the title is what finds them. */
const asNew = (question: string | null) => question && NEW_QUESTION;

function fieldOf(choice: string): ImportField | null {
  return IMPORT_FIELDS.find((field) => field === choice.split(":")[0]) ?? null;
}

async function questionsOf(tx: Tx, roundtableId: string, choices: readonly string[]) {
  const there = await tx.question.findMany({ where: { roundtableId }, select: { id: true } });
  const known = new Set([NEW_QUESTION, ...there.map(({ id }) => id)]);
  return choices.map((choice, column) => {
    const question = choice.split(":")[1] ?? null;
    if (question !== null && !known.has(question)) throw invalid("Choose from the list", `column-${column}`);
    return question;
  });
}

/** As it was chosen; where another column was chosen, of which it reads nothing, what that column's times are. */
function timeKindOf(
  times: JudgedTimes | null | undefined,
  chosen: TimeKind | "" | undefined,
): TimeKind | null {
  if (chosen === "") return null;
  const reads = times?.kinds.some(({ kind }) => kind === chosen);
  return (reads ? chosen : times?.kinds[0]?.kind) ?? chosen ?? null;
}

const settleCount = command(async (tx, viewer: Viewer, { importId, mapping, list }: Counted) => {
  const found = await findChosen(tx, viewer, importId);
  // Somebody settled it otherwise while its speakers were counted, and theirs are counted for that.
  if (canonicalJson(found.mapping) !== canonicalJson(mapping)) return { importId, speakers: list.length };
  const { reviewId } = found.roundtable;
  const known = await knownSpeakers(tx, found.roundtableId);
  const speakers = list.map((speaker) => ({ ...speaker, as: known.find(speaker.name) ?? speaker.as }));
  const plan: SpeakerPlan = { list: speakers, settled: list.length === 0, made: [], questions: [] };
  await tx.import.update({ where: { id: importId }, data: { speakers: plan }, select: { id: true } });
  // Names of the roundtable's people were compared with those in the file.
  if (list.length > 0)
    await noteNames(viewer, { reviewId, subjectType: "roundtable", subjectId: found.roundtableId }, tx);
  return { importId, speakers: list.length };
});
