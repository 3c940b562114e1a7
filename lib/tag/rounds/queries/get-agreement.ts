import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleCodingRounds } from "@/lib/access/scope";
import { db } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import type { CodingAccount } from "../agreement-words/method-note";
import type { OverallKind } from "../agreement/overall-agreement";
import { drawOf, Sampling } from "../round-sample";
import { StoredAgreement } from "../stored-agreement";
import { getApproach, type Round } from "./rounds";

/** The overall figure that reports give; the page of a round shows both. */
const OVERALL: OverallKind = "masi";

/** The round's figures; null before every coder has finished, and while they are being computed. */
export async function getAgreement(viewer: Viewer, { id, reviewId }: Round): Promise<StoredAgreement | null> {
  requireCan(viewer, "round.adjudicate", { reviewId });
  const round = await db().codingRound.findFirst({
    where: { AND: [{ id }, visibleCodingRounds(viewer)] },
    select: { codedAt: true, agreement: true },
  });
  if (!round?.codedAt || round.agreement === null) return null;
  return StoredAgreement.parse(round.agreement);
}

type Scope = { reviewId: string; roundtableId: string | null };

/**
 * How the contributions of a review, or of one roundtable, were coded, for a method note: reflexively, or as
 * the latest round shows that was coded blind and measured. null where no agreement was measured; a round
 * whose coders saw one another's work gives none that may be published. For one roundtable, a round that also
 * drew contributions elsewhere gives none, because its figures cover contributions that the report does not
 * rest on.
 */
export async function getCodingAccount(
  viewer: Viewer,
  { reviewId, roundtableId }: Scope,
): Promise<CodingAccount | null> {
  requireCan(viewer, "review.work", { reviewId });
  if ((await getApproach(viewer, reviewId)) === "reflexive") return { kind: "reflexive" };
  const measured = await db().codingRound.findFirst({
    where: {
      AND: [
        { reviewId, blind: true, state: { in: ["adjudicating", "settled"] } },
        { agreement: { not: Prisma.AnyNull } },
        roundtableId === null ? {} : { contributions: { every: { contribution: { roundtableId } } } },
        visibleCodingRounds(viewer),
      ],
    },
    orderBy: { number: "desc" },
    select: {
      agreement: true,
      codedAt: true,
      sampling: true,
      themes: { select: { themeId: true, theme: { select: { title: true } } } },
    },
  });
  if (!measured?.codedAt) return null;
  return {
    kind: "round",
    agreement: StoredAgreement.parse(measured.agreement).figures,
    titles: new Map(measured.themes.map(({ themeId, theme }) => [themeId, theme.title])),
    draw: drawOf(Sampling.parse(measured.sampling)),
    codedAt: measured.codedAt,
    overall: OVERALL,
  };
}
