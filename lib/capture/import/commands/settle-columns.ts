import type { Viewer } from "@/lib/access/policy";
import { noteNames } from "@/lib/access/reading";
import { command } from "@/lib/platform/command";
import { invalid } from "@/lib/platform/errors";
import { fieldsProblem } from "../columns";
import { isTable } from "../reading/format";
import type { ColumnsInput } from "../import";
import { columnPlan, type ColumnPlan, type SpeakerPlan } from "../plan";
import { shapeOf } from "../reading/shape";
import { countSpeakers } from "../queries/import-speakers";
import { formatOf } from "../queries/import-pieces";
import { findChosen } from "./find-import";
import { knownSpeakers } from "./known-speakers";

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
  const found = await findChosen(tx, viewer, input.importId);
  const format = formatOf(found.format);
  const plan = columnPlan(found.mapping);
  const fields = isTable(format)
    ? plan.header.map((_, column) => input.entries[String(column)] || null)
    : plan.fields;
  const problem = fieldsProblem(fields);
  if (problem) throw invalid(problem.message, `column-${problem.column}`);
  const settled: ColumnPlan = {
    header: plan.header,
    fields,
    wording: input.wording,
    settled: true,
    startsAt: input.startsAt || null,
  };
  await tx.import.update({ where: { id: found.id }, data: { mapping: settled }, select: { id: true } });
  if (isTable(format)) {
    const key = { reviewId: found.roundtable.reviewId, shape: shapeOf(format, plan.header) };
    // The headings are not kept: their digest finds the shape again.
    const kept = { mapping: { ...settled, header: [] }, byId: viewer.userId, updatedAt: new Date() };
    await tx.importShape.upsert({
      where: { reviewId_shape: key },
      create: { ...key, ...kept },
      update: kept,
      select: { reviewId: true },
    });
  }
  return { importId: found.id };
});

const settleCount = command(
  async (tx, viewer: Viewer, { importId, list }: { importId: string; list: SpeakerPlan["list"] }) => {
    const found = await findChosen(tx, viewer, importId);
    const { reviewId } = found.roundtable;
    const known = await knownSpeakers(tx, found.roundtableId);
    const speakers = list.map((speaker) => ({ ...speaker, as: known.find(speaker.name) ?? speaker.as }));
    const plan: SpeakerPlan = { list: speakers, settled: list.length === 0, made: [] };
    await tx.import.update({ where: { id: importId }, data: { speakers: plan }, select: { id: true } });
    // Names of the roundtable's people were compared with those in the file.
    if (list.length > 0)
      await noteNames(viewer, { reviewId, subjectType: "roundtable", subjectId: found.roundtableId }, tx);
    return { importId, speakers: list.length };
  },
);
