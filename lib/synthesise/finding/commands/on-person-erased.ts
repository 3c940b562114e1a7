import { repeatFinder, takenOut } from "@/lib/capture/protection/erasure-repeats";
import type { Consequence } from "@/lib/capture/people/consequence";
import type { PersonErased, PersonContributions, Repeat } from "@/lib/capture/protection/protection-events";
import type { Tx } from "@/lib/platform/db";
import { publish } from "@/lib/platform/events";

/** What erasing somebody would remove from findings: some of their evidence. */
export async function findingsOf(
  tx: Tx,
  { reviewId, contributionIds }: PersonContributions,
): Promise<Consequence[]> {
  const count = await tx.finding.count({
    where: {
      reviewId,
      withdrawnAt: null,
      evidence: { some: { contributionId: { in: contributionIds }, until: null } },
    },
  });
  return count > 0
    ? [
        {
          what: "findings that their contributions support or contradict, which will have less evidence",
          count,
          undone: true,
        },
      ]
    : [];
}

/** The findings that repeat one of these texts. */
export async function findingsRepeating(
  tx: Tx,
  { reviewId, words }: { reviewId: string; words: readonly string[] },
): Promise<Repeat[]> {
  const find = repeatFinder(words);
  const findings = await tx.finding.findMany({ where: { reviewId }, select: { id: true, text: true } });
  return findings
    .filter(({ text }) => find(text).length > 0)
    .map((finding) => ({ ...finding, what: "finding" as const }));
}

/**
 * A finding is its author's own sentence, so words repeated in it are removed only where the person who
 * erases chose so. Its earlier revisions always lose them.
 */
export async function eraseFromFindings(tx: Tx, { reviewId, words, repeats }: PersonErased): Promise<void> {
  const find = repeatFinder(words);
  const findings = await tx.finding.findMany({ where: { reviewId }, select: { id: true, text: true } });
  const chosen = findings.filter(({ id }) => repeats === "all" || repeats.includes(id));
  const changed: string[] = [];
  for (const { id, text } of chosen) {
    const places = find(text);
    if (places.length === 0) continue;
    await tx.finding.update({
      where: { id },
      // A new revision, so that an edit based on the old text is stale and cannot bring the words back.
      data: { text: takenOut(text, places), revision: { increment: 1 } },
      select: { id: true },
    });
    changed.push(id);
  }
  const past = await tx.findingRevision.findMany({
    where: { finding: { reviewId } },
    select: { id: true, text: true },
  });
  for (const { id, text } of past) {
    const places = find(text);
    if (places.length > 0)
      await tx.findingRevision.update({
        where: { id },
        data: { text: takenOut(text, places) },
        select: { id: true },
      });
  }
  if (changed.length > 0) await publish(tx, { kind: "finding", reviewId, ids: changed });
}
