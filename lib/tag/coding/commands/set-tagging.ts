import { requireCan, type Viewer } from "@/lib/access/policy";
import { ownBlindRounds, visibleContributions, visibleThemes } from "@/lib/access/scope";
import { audit } from "@/lib/platform/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { invalid, notFound, Refusal } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { codePointLength } from "@/lib/platform/text";
import type { Stance } from "@/lib/capture/contribution/stance";
import type { Span } from "../span";
import type { SetTaggingInput } from "../tagging";
import { settleSuggestions } from "./settle-suggestions";

/**
 * Sets a theme on a line, or on some of its words, for the viewer as coder. Setting it twice stores it once;
 * opposite stances stand side by side.
 */
export const setTagging = command(async (tx, viewer: Viewer, input: SetTaggingInput) => {
  const line = await findOpenLine(tx, viewer, input.contributionId);
  requireCan(viewer, "tagging.set", line);
  await refuseInOwnRound(tx, viewer, line);
  const theme = await findOpenTheme(tx, viewer, line.reviewId, input.themeId);
  const coderId = await coderOf(tx, viewer);
  const { reviewId, id: contributionId } = line;
  const said = { themeId: theme.id, stance: input.stance ?? line.stance ?? "observation" };
  const opening = { reviewId, contributionId, coderId, ...said, ...spanOn(line, input) };
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
    await announce(tx, line, opened.id);
  }
  return opened;
});

type Line = { id: string; reviewId: string; roundtableId: string; stance: Stance | null; text: string };

/** The marked words, if they are still there; all of them are the line itself. */
export function spanOn(
  { text }: Pick<Line, "text">,
  { spanStart, spanEnd }: { spanStart?: number | undefined; spanEnd?: number | undefined },
): Span {
  if (spanStart === undefined || spanEnd === undefined) return { spanStart: null, spanEnd: null };
  const length = codePointLength(text);
  if (spanStart >= spanEnd || spanEnd > length)
    throw new Refusal("stale", "The words you marked are not in this line any more. Mark them again.");
  return spanStart === 0 && spanEnd === length ? { spanStart: null, spanEnd: null } : { spanStart, spanEnd };
}

/** The line, if the viewer may see it; one that is struck out or erased takes no themes. */
export async function findOpenLine(tx: Tx, viewer: Viewer, id: string): Promise<Line> {
  const line = await tx.contribution.findFirst({
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
  if (!line) throw notFound("contribution");
  if (line.erasedAt) throw invalid("The words of this line were removed, so it takes no themes.");
  if (line.struckAt) throw invalid("This line is struck out. Restore it before you set themes on it.");
  return line;
}

/** What is set on a line beside a blind round would be kept from whoever set it until they have finished there. */
export async function refuseInOwnRound(tx: Tx, viewer: Viewer, { id }: Pick<Line, "id">): Promise<void> {
  const round = await tx.codingRound.findFirst({
    where: { lines: { some: { contributionId: id } }, ...ownBlindRounds(viewer) },
    select: { title: true },
  });
  if (round)
    throw new Refusal(
      "stale",
      `You are coding this line in the round “${round.title}”. Code it there. Nothing was set here.`,
    );
}

/**
 * Keeps a theme from being merged or split until the transaction ends. Taken before its taggings are written,
 * as a merge takes it first: the other way round each would wait for the other.
 */
export async function keepTheme(tx: Tx, themeId: string): Promise<void> {
  await tx.$queryRaw`SELECT FROM theme WHERE id = ${themeId}::uuid FOR KEY SHARE`;
}

/** The theme, if it may be set now; it is kept from being merged or split until the transaction ends. */
export async function findOpenTheme(tx: Tx, viewer: Viewer, reviewId: string, id: string) {
  await keepTheme(tx, id);
  const theme = await tx.theme.findFirst({
    where: { AND: [{ id, reviewId }, visibleThemes(viewer)] },
    select: { id: true, revision: true, retiredAt: true },
  });
  if (!theme) throw notFound("theme");
  if (theme.retiredAt) throw invalid("This theme is retired. Choose another one.", "themeId");
  return theme;
}

/** A person's coder is made when they first set a theme. */
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
  themeRevision: number;
  spanStart?: number | null;
  spanEnd?: number | null;
  codingRoundId?: string | null;
  /** The change of the codebook, or of many taggings together, that opens it. */
  openedInId?: string | null;
};

/** Opens the row, or finds the one that the same coder has open already. */
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
  if (!open) throw new Refusal("stale", "The themes on this line have just changed. Try again.");
  return { id: open.id, created: false };
}

/** Tells those who watch the roundtable which tagging changed. */
export function announce(
  tx: Tx,
  { id: contributionId, reviewId, roundtableId }: Pick<Line, "id" | "reviewId" | "roundtableId">,
  taggingId: string,
): Promise<void> {
  return publish(tx, { kind: "tagging", reviewId, roundtableId, contributionId, ids: [taggingId] });
}
