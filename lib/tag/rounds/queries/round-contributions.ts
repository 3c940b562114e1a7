import { forbidden, requireCan, type Viewer } from "@/lib/access/policy";
import { visibleContributions } from "@/lib/access/scope";
import type { Contribution } from "@/lib/capture/contribution/contribution";
import { getContribution } from "@/lib/capture/contribution/queries/contributions";
import type { Stance } from "@/lib/capture/contribution/stance";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import type { Round } from "./rounds";
import { STANDS } from "./round-readings";

/**
 * A contribution of a round as one of its coders reads it: with what they set on it themselves, and nothing
 * else.
 */
export type RoundContribution = {
  contribution: Contribution;
  /** Its position among the round's contributions. */
  position: number;
  read: boolean;
  set: { themeId: string; stance: Stance }[];
  memo: string;
  /** Positions of the contributions before and after it. */
  previous: number | null;
  next: number | null;
};

/**
 * The contribution at that position for the viewer as coder; without a position, the first that they have not
 * read (else the first); null where there is none. In this round coders see only their own coding, at every
 * stage.
 */
export async function getRoundContribution(
  viewer: Viewer,
  round: Round,
  position?: number,
): Promise<RoundContribution | null> {
  requireCan(viewer, "tagging.set", round);
  const coderId = round.coders.find(({ mine }) => mine)?.coderId;
  if (coderId === undefined)
    throw forbidden(viewer, "tagging.set", round, "You are not one of this round’s coders.");
  const drawn = await db().codingRoundContribution.findMany({
    where: { codingRoundId: round.id, contribution: { AND: [STANDS, visibleContributions(viewer)] } },
    orderBy: { position: "asc" },
    select: { position: true, contributionId: true },
  });
  const judged = await db().codingJudgement.findMany({
    where: { codingRoundId: round.id, coderId },
    select: { contributionId: true },
  });
  const read = new Set(judged.map(({ contributionId }) => contributionId));
  const at =
    position === undefined
      ? Math.max(
          0,
          drawn.findIndex(({ contributionId }) => !read.has(contributionId)),
        )
      : drawn.findIndex((contribution) => contribution.position === position);
  const here = drawn[at];
  if (!here && position !== undefined) throw notFound("contribution of the round");
  if (!here) return null;
  const { contributionId } = here;
  const own = await readOwn(viewer, { roundId: round.id, contributionId, coderId });
  return {
    ...own,
    contribution: await getContribution(viewer, contributionId),
    position: here.position,
    read: read.has(contributionId),
    previous: drawn[at - 1]?.position ?? null,
    next: drawn[at + 1]?.position ?? null,
  };
}

type Own = { roundId: string; contributionId: string; coderId: string };

async function readOwn(viewer: Viewer, { roundId: codingRoundId, contributionId, coderId }: Own) {
  const set = await db().tagging.findMany({
    where: { codingRoundId, contributionId, coderId, until: null },
    orderBy: [{ from: "asc" }, { id: "asc" }],
    select: { themeId: true, stance: true },
  });
  const memo = await db().memo.findFirst({
    where: { codingRoundId, contributionId, byId: viewer.userId, withdrawnAt: null },
    select: { text: true },
  });
  return { set, memo: memo?.text ?? "" };
}
