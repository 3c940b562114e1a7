import { isDeepStrictEqual } from "node:util";
import { requireVisible, type Viewer } from "@/lib/access/policy";
import {
  visibleContributions,
  visiblePeople,
  visibleRoundtables,
  visibleSummaries,
  visibleThemes,
} from "@/lib/access/scope";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { invalid, notFound, Refusal } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { Basis } from "../basis";
import type { WriteSummaryInput } from "../summary";

const STALE =
  "Somebody changed this summary while you were writing. What you typed is still in the form, and the current summary is shown above it. Combine the two, then save again.";
const NOTHING = "Write what was said, in a few sentences, then save it";

/**
 * Writes the summary of a cell, resting on the contributions that its writer saw, and keeps what it said before. An
 * empty text takes it away.
 */
export const writeSummary = command(async (tx, viewer: Viewer, input: WriteSummaryInput) => {
  const { reviewId, text, combined } = input;
  requireVisible(viewer, "finding.write", { reviewId }, "cell");
  const place = await findPlace(tx, viewer, input);
  const basis = await ownBasis(tx, viewer, reviewId, input.seen);
  const before = await tx.matrixSummary.findFirst({
    where: { AND: [place, visibleSummaries(viewer)] },
    select: SUMMARY,
  });
  const id = before
    ? await reviseSummary(tx, viewer, before, { revision: input.revision, text, basis })
    : await createSummary(tx, viewer, { ...place, reviewId, themeId: input.themeId }, { ...input, basis });
  if (combined.length > 0) {
    await tx.matrixSummary.updateMany({
      where: { AND: [{ id: { in: combined, not: id }, reviewId }, visibleSummaries(viewer)] },
      data: { combinedInId: id },
    });
  }
  return { id };
});

const SUMMARY = { id: true, reviewId: true, text: true, basis: true, revision: true } as const;
type Before = { id: string; reviewId: string; text: string; basis: unknown; revision: number };

/** The row and the column must be the review's; nobody writes about somebody who was erased. */
async function findPlace(
  tx: Tx,
  viewer: Viewer,
  { reviewId, rows, rowId, themeId }: Pick<WriteSummaryInput, "reviewId" | "rows" | "rowId" | "themeId">,
) {
  const theme = await tx.theme.count({ where: { AND: [{ id: themeId, reviewId }, visibleThemes(viewer)] } });
  if (theme === 0) throw notFound("theme");
  if (rows === "roundtables") {
    const where = { AND: [{ id: rowId, reviewId }, visibleRoundtables(viewer)] };
    if ((await tx.roundtable.count({ where })) === 0) throw notFound("roundtable");
    return { roundtableId: rowId, personId: null, themeId };
  }
  const person = { id: rowId, reviewId, erasedAt: null, sameAsId: null };
  if ((await tx.person.count({ where: { AND: [person, visiblePeople(viewer)] } })) === 0)
    throw notFound("person");
  return { personId: rowId, roundtableId: null, themeId };
}

/** What the form says its writer saw, as far as it is the review's. */
async function ownBasis(tx: Tx, viewer: Viewer, reviewId: string, seen: Basis): Promise<Basis> {
  const found = await tx.contribution.findMany({
    where: { AND: [{ id: { in: seen.map(({ id }) => id) }, reviewId }, visibleContributions(viewer)] },
    select: { id: true },
  });
  const ids = new Set(found.map(({ id }) => id));
  return seen.filter(({ id }) => ids.has(id));
}

type Place = { reviewId: string; personId: string | null; roundtableId: string | null; themeId: string };

async function createSummary(
  tx: Tx,
  viewer: Viewer,
  place: Place,
  { revision, text, basis }: Says,
): Promise<string> {
  // It was erased, with the words that it was about.
  if (revision > 0) throw new Refusal("stale", STALE);
  if (text === "") throw invalid(NOTHING, "text");
  const { count } = await tx.matrixSummary.createMany({
    data: { ...place, text, basis, writtenById: viewer.userId },
    skipDuplicates: true,
  });
  if (count === 0) throw new Refusal("stale", STALE);
  const { id } = await tx.matrixSummary.findFirstOrThrow({
    where: { personId: place.personId, roundtableId: place.roundtableId, themeId: place.themeId },
    select: { id: true },
  });
  await tellSummary(tx, viewer, { id, reviewId: place.reviewId, action: "matrix.write", revision: 1 });
  return id;
}

type Says = { revision: number; text: string; basis: Basis };

/**
 * Writes the next revision, if `revision` is the present one. The same words once more say that they are still right: they
 * rest on what is there now.
 */
export async function reviseSummary(tx: Tx, viewer: Viewer, before: Before, says: Says): Promise<string> {
  const { id, reviewId } = before;
  const { revision, text, basis } = says;
  if (before.text === text) return confirmSummary(tx, viewer, before, says);
  const { count } = await tx.matrixSummary.updateMany({
    where: { id, revision },
    data: {
      text,
      basis,
      revision: { increment: 1 },
      writtenAt: new Date(),
      writtenById: viewer.userId,
      confirmedAt: null,
      confirmedById: null,
    },
  });
  if (count === 0) throw new Refusal("stale", STALE);
  await tx.matrixSummaryRevision.create({
    data: {
      summaryId: id,
      revision,
      text: before.text,
      basis: Basis.parse(before.basis),
      endedById: viewer.userId,
    },
    select: { id: true },
  });
  await tellSummary(tx, viewer, { id, reviewId, action: "matrix.write", revision: revision + 1 });
  return id;
}

async function confirmSummary(
  tx: Tx,
  viewer: Viewer,
  before: Before,
  { revision, basis }: Says,
): Promise<string> {
  const { id, reviewId } = before;
  // Sent twice: the first has saved it already.
  if (revision < before.revision || isDeepStrictEqual(Basis.parse(before.basis), basis)) return id;
  const { count } = await tx.matrixSummary.updateMany({
    where: { id, revision },
    data: { basis, confirmedAt: new Date(), confirmedById: viewer.userId },
  });
  if (count === 0) throw new Refusal("stale", STALE);
  await tellSummary(tx, viewer, { id, reviewId, action: "matrix.confirm", revision });
  return id;
}

type Told = {
  id: string;
  reviewId: string;
  action: "matrix.write" | "matrix.confirm";
  revision: number;
};

/** The audit log has the cell's id and never its words. */
async function tellSummary(tx: Tx, viewer: Viewer, told: Told): Promise<void> {
  const { id, reviewId, action, revision } = told;
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action,
    subjectType: "summary",
    subjectId: id,
    detail: { revision },
  });
  await publish(tx, { kind: "matrix", reviewId, ids: [id] });
}

/** The summary, if the viewer may see it and work on it. */
export async function findSummary(tx: Tx, viewer: Viewer, id: string): Promise<Before> {
  const found = await tx.matrixSummary.findFirst({
    where: { AND: [{ id }, visibleSummaries(viewer)] },
    select: SUMMARY,
  });
  if (!found) throw notFound("summary");
  requireVisible(viewer, "finding.write", found, "summary");
  return found;
}
