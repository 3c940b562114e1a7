import { requireVisible, type Viewer } from "@/lib/access/policy";
import {
  visibleContributions,
  visiblePeople,
  visibleRoundtables,
  visibleSummaries,
  visibleThemes,
} from "@/lib/access/scope";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { invalid, notFound } from "@/lib/platform/errors";
import type { Basis } from "../basis";
import type { WriteSummaryInput } from "../summary";
import { reviseSummary, staleSummary, SUMMARY, tellSummary } from "./revise-summary";

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
  { revision, text, basis }: { revision: number; text: string; basis: Basis },
): Promise<string> {
  // It was erased, with the words that it was about.
  if (revision > 0) throw staleSummary();
  if (text === "") throw invalid(NOTHING, "text");
  const { count } = await tx.matrixSummary.createMany({
    data: { ...place, text, basis, writtenById: viewer.userId },
    skipDuplicates: true,
  });
  if (count === 0) throw staleSummary();
  const { id } = await tx.matrixSummary.findFirstOrThrow({
    where: { personId: place.personId, roundtableId: place.roundtableId, themeId: place.themeId },
    select: { id: true },
  });
  await tellSummary(tx, viewer, { id, reviewId: place.reviewId, action: "matrix.write", revision: 1 });
  return id;
}
