import type { Viewer } from "@/lib/access/policy";
import { command } from "@/lib/platform/command";
import { notFound } from "@/lib/platform/errors";
import { Basis } from "../basis";
import type { RestoreSummaryInput } from "../summary";
import { findSummary, reviseSummary } from "./revise-summary";

/**
 * Uses the words of an earlier revision again, which is one more revision. It rests on what it rested on then, so that what
 * changed since shows.
 */
export const restoreSummary = command(async (tx, viewer: Viewer, input: RestoreSummaryInput) => {
  const { id, revision, from } = input;
  const before = await findSummary(tx, viewer, id);
  const earlier = await tx.matrixSummaryRevision.findUnique({
    where: { summaryId_revision: { summaryId: id, revision: from } },
    select: { text: true, basis: true },
  });
  if (!earlier) throw notFound("revision");
  if (earlier.text === before.text) return { id };
  await reviseSummary(tx, viewer, before, {
    revision,
    text: earlier.text,
    basis: Basis.parse(earlier.basis),
  });
  return { id };
});
