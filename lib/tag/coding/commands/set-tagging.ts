import type { StoredContribution } from "@/lib/capture/contribution/contribution";
import { requireCan, reviewsWhere, type Viewer } from "@/lib/access/policy";
import { ownBlindRounds, visibleContributions } from "@/lib/access/scope";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { invalid, notFound, Refusal } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { codePointLength } from "@/lib/platform/text/code-points";
import type { Stance } from "@/lib/capture/contribution/stance";
import type { Span } from "../span";
import type { SetTaggingInput } from "../tagging-input";
import { settleSuggestions } from "./settle-suggestions";

/**
 * Sets a theme on a contribution, or on some of its words, with the viewer as coder. Setting it twice stores
 * it once; opposite stances may both be set.
 */
export const setTagging = command(async (tx, viewer: Viewer, input: SetTaggingInput) => {
  const contribution = await findOpenContribution(tx, viewer, input.contributionId);
  requireCan(viewer, "tagging.set", contribution);
  await refuseInOwnRound(tx, viewer, contribution);
  const theme = await findOpenTheme(tx, viewer, contribution.reviewId, input.themeId);
  const coderId = await coderOf(tx, viewer);
  const { reviewId, id: contributionId } = contribution;
  const said = { themeId: theme.id, stance: input.stance ?? contribution.stance ?? "observation" };
  const opening = { reviewId, contributionId, coderId, ...said, ...spanOn(contribution, input) };
  const opened = await openTagging(tx, { ...opening, themeRevision: theme.revision });
  if (opened.created) {
    await audit(tx, {
      reviewId,
      actorId: viewer.userId,
      action: "tagging.set",
      subjectType: "tagging",
      subjectId: opened.id,
      detail: { contributionId, ...said },
    });
    await settleSuggestions(tx, {
      contributionIds: [contributionId],
      themeId: theme.id,
      taggingId: opened.id,
      byId: viewer.userId,
      seen: input.seen ?? [],
    });
    await announce(tx, contribution, opened.id);
  }
  return opened;
});

type Contribution = Pick<StoredContribution, "id" | "roundtableId" | "stance" | "text"> & {
  reviewId: string;
};

/** The marked words, if they still exist; a span of all words means the contribution itself. */
export function spanOn(
  { text }: Pick<Contribution, "text">,
  { spanStart, spanEnd }: { spanStart?: number | undefined; spanEnd?: number | undefined },
): Span {
  if (spanStart === undefined || spanEnd === undefined) return { spanStart: null, spanEnd: null };
  const length = codePointLength(text);
  if (spanStart >= spanEnd || spanEnd > length)
    throw new Refusal(
      "stale",
      "The words you marked are no longer in this contribution. Mark the words again.",
    );
  return spanStart === 0 && spanEnd === length ? { spanStart: null, spanEnd: null } : { spanStart, spanEnd };
}

/** The contribution, if the viewer may see it; one that is struck out or erased takes no themes. */
export async function findOpenContribution(tx: Tx, viewer: Viewer, id: string): Promise<Contribution> {
  const contribution = await tx.contribution.findFirst({
    where: { AND: [{ id }, visibleContributions(viewer)] },
    select: {
      id: true,
      reviewId: true,
      roundtableId: true,
      stance: true,
      text: true,
      struckAt: true,
      erasedAt: true,
    },
  });
  if (!contribution) throw notFound("contribution");
  if (contribution.erasedAt)
    throw invalid("The words of this contribution were removed, so you cannot set themes on it.");
  if (contribution.struckAt)
    throw invalid("This contribution is struck out. Restore it before you set themes on it.");
  return contribution;
}

/**
 * Refuses in an unfinished blind round of the viewer's: what they set outside it would be hidden from
 * themselves until they finish.
 */
export async function refuseInOwnRound(
  tx: Tx,
  viewer: Viewer,
  { id }: Pick<Contribution, "id">,
): Promise<void> {
  const round = await tx.codingRound.findFirst({
    where: { contributions: { some: { contributionId: id } }, ...ownBlindRounds(viewer) },
    select: { title: true },
  });
  if (round)
    throw new Refusal(
      "stale",
      `You are coding this contribution in the round “${round.title}”. Nothing was set here. Code it in the round.`,
    );
}

/**
 * Locks a theme against a merge or a split until the transaction ends. It is taken before taggings are
 * written, in the same order as a merge, to avoid deadlocks.
 */
export async function keepTheme(tx: Tx, themeId: string): Promise<void> {
  await tx.$queryRaw`SELECT FROM theme WHERE id = ${themeId}::uuid FOR KEY SHARE`;
}

/** The theme, if it may be set now; it is locked against a merge or a split until the transaction ends. */
export async function findOpenTheme(tx: Tx, viewer: Viewer, reviewId: string, id: string) {
  const [theme] = await tx.$queryRaw<{ id: string; revision: number; retiredAt: Date | null }[]>`
    SELECT id, revision, retired_at AS "retiredAt" FROM theme
    WHERE id = ${id}::uuid AND review_id = ${reviewId}::uuid
      AND review_id = ANY(${reviewsWhere(viewer, "codebook.read")}::uuid[]) FOR KEY SHARE`;
  if (!theme) throw notFound("theme");
  if (theme.retiredAt) throw invalid("This theme is retired. Choose another one.", "themeId");
  return theme;
}

/** A person's coder row is made when they first set a theme. */
export async function coderOf(tx: Tx, { userId }: Pick<Viewer, "userId">): Promise<string> {
  const known = await tx.coder.findUnique({ where: { userId }, select: { id: true } });
  if (known) return known.id;
  await tx.coder.createMany({ data: [{ userId }], skipDuplicates: true });
  const made = await tx.coder.findUniqueOrThrow({ where: { userId }, select: { id: true } });
  return made.id;
}

export type Opening = {
  reviewId: string;
  contributionId: string;
  themeId: string;
  coderId: string;
  stance: Stance;
  /** Left out: the speaker put it themselves. */
  explicit?: boolean;
  themeRevision: number;
  spanStart?: number | null;
  spanEnd?: number | null;
  codingRoundId?: string | null;
  /** The change of the codebook, or the batch, that opens it. */
  openedInId?: string | null;
};

/** Opens the row, or finds the same coder's row that is already open. */
export async function openTagging(tx: Tx, opening: Opening): Promise<{ id: string; created: boolean }> {
  const [made] = await tx.tagging.createManyAndReturn({
    data: [opening],
    skipDuplicates: true,
    select: { id: true },
  });
  if (made) return { id: made.id, created: true };
  const { contributionId, themeId, coderId, stance, spanStart = null, spanEnd = null } = opening;
  const codingRoundId = opening.codingRoundId ?? null;
  const open = await tx.tagging.findFirst({
    where: { contributionId, themeId, coderId, stance, spanStart, spanEnd, codingRoundId, until: null },
    select: { id: true },
  });
  if (!open) throw new Refusal("stale", "The themes on this contribution have just changed. Try again.");
  return { id: open.id, created: false };
}

/** Announces to viewers of the roundtable which tagging changed. */
export function announce(
  tx: Tx,
  { id: contributionId, reviewId, roundtableId }: Pick<Contribution, "id" | "reviewId" | "roundtableId">,
  taggingId: string,
): Promise<void> {
  return publish(tx, { kind: "tagging", reviewId, roundtableId, contributionId, ids: [taggingId] });
}
