import type { WordsErased } from "@/lib/capture/protection/protection-events";
import type { Tx } from "@/lib/platform/db";
import { Sampling, stratumParts } from "../round-sample";

/**
 * Removes the speaker's attribute from the rounds for which their contributions were drawn: a stratum's name
 * contains it.
 */
export async function eraseFromRounds(tx: Tx, { reviewId, contributionIds }: WordsErased): Promise<void> {
  const drawn = await tx.codingRoundContribution.findMany({
    where: { contributionId: { in: contributionIds }, codingRound: { reviewId } },
    select: { stratum: true, codingRound: { select: { id: true } } },
  });
  for (const { stratum, codingRound } of drawn) {
    const round = await tx.codingRound.findUniqueOrThrow({
      where: { id: codingRound.id },
      select: { sampling: true },
    });
    const sampling = Sampling.parse(round.sampling);
    await tx.codingRound.update({
      where: { id: codingRound.id },
      data: { sampling: { ...sampling, strata: foldedStrata(sampling.strata, stratum) } },
      select: { id: true },
    });
  }
  await tx.$executeRaw`
    UPDATE coding_round_contribution SET stratum = split_part(stratum, ' ', 1)
    WHERE contribution_id = ANY(${contributionIds}::uuid[])`;
}

type Strata = Sampling["strata"];

/** Renames the stratum to its roundtable only, and merges it with one that has that name already. */
function foldedStrata(strata: Strata, gone: string): Strata {
  const { roundtableId: bare } = stratumParts(gone);
  const folded = strata.filter(({ stratum }) => stratum === gone || stratum === bare);
  const total = (count: (one: Strata[number]) => number) => folded.reduce((sum, one) => sum + count(one), 0);
  const rest = strata.filter((one) => !folded.includes(one));
  return [
    ...rest,
    {
      stratum: bare,
      contributions: total(({ contributions }) => contributions),
      drawn: total(({ drawn }) => drawn),
    },
  ];
}
