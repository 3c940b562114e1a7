import { randomUUID } from "node:crypto";
import { z } from "zod";
import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleReviews } from "@/lib/access/scope";
import { audit } from "@/lib/platform/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { notFound, Refusal } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { Incoming } from "../exchange/incoming";
import { themeIdsOf, themesForCodes } from "../exchange/code-themes";
import { matchCoders, planCodings, type PlannedTagging } from "../queries/incoming-plan";
import { readKnownThemes } from "../queries/known-themes";
import { openCodebook } from "./add-theme";
import { addNewCodes } from "./add-new-codes";
import { bringInMemos } from "./bring-in-memos";
import { coderOf } from "./set-tagging";

export const ImportProjectInput = z.object({
  reviewId: z.uuid(),
  incoming: Incoming,
  /** Codes that are no theme here yet. */
  newCodes: z.enum(["add", "leave"]).default("leave"),
  /** Codings and notes of those who are no members who code here. */
  strangers: z.enum(["leave", "mine"]).default("leave"),
});
type ImportProjectInput = z.infer<typeof ImportProjectInput>;

const ROWS = 2_000;

/**
 * Brings the coding of a project file in, as a whole or not at all: taggings of members are theirs, as the file
 * says, and what is here stays. It makes one change for each theme, which are taken back together.
 */
export const importProject = command(async (tx, viewer: Viewer, input: ImportProjectInput) => {
  const { reviewId, incoming, newCodes, strangers } = input;
  await requireReview(tx, viewer, reviewId);
  if (newCodes === "add") await openCodebook(tx, viewer, reviewId);
  const codes = themesForCodes(incoming.codes, await readKnownThemes(tx, viewer, reviewId));
  const added =
    newCodes === "add" ? await addNewCodes(tx, viewer, reviewId, codes) : new Map<number, string>();
  const themes = themeIdsOf(codes, (code) => added.get(code) ?? null);
  const users = await matchCoders(tx, reviewId, incoming.coders);
  const strangersTo = strangers === "mine" ? viewer.userId : null;
  const plan = await planCodings(tx, viewer, { reviewId, incoming }, { themes, users, strangersTo });
  const memos = await bringInMemos(tx, viewer, { reviewId, incoming }, { users, strangersTo });
  const importId = randomUUID();
  const taggings = await openAll(tx, viewer, { reviewId, importId, memoIds: memos }, themes, plan.add);
  if (taggings + memos.length + added.size === 0)
    throw new Refusal("stale", "Everything that could be brought in is here by now. Nothing was changed.");
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: "coding.import",
    subjectType: "import",
    subjectId: importId,
    detail: {
      ...{ taggings, memos: memos.length, themes: added.size },
      // Whose coder the file spoke for.
      coders: [...new Set(plan.add.map(({ userId }) => userId))],
    },
  });
  await publish(tx, { kind: "tagging", reviewId, ids: [] });
  return { importId, taggings, memos: memos.length, themes: added.size };
});

export async function requireReview(tx: Tx, viewer: Viewer, reviewId: string): Promise<void> {
  const review = await tx.review.findFirst({
    where: { AND: [{ id: reviewId }, visibleReviews(viewer)] },
    select: { id: true },
  });
  if (!review) throw notFound("review");
  requireCan(viewer, "coding.exchange", { reviewId });
}

type ImportOf = { reviewId: string; importId: string; memoIds: string[] };

/** Opens the taggings, theme by theme, each under a change of its own. Gives how many there are. */
async function openAll(
  tx: Tx,
  viewer: Viewer,
  { reviewId, importId, memoIds }: ImportOf,
  themes: readonly (string | null)[],
  planned: readonly PlannedTagging[],
): Promise<number> {
  const coders = new Map<string, string>();
  for (const { userId } of planned)
    if (!coders.has(userId)) coders.set(userId, await coderOf(tx, { userId }));
  let count = 0;
  for (const [themeId, taggings] of byTheme(planned, themes)) {
    const { revision } = await tx.theme.findUniqueOrThrow({
      where: { id: themeId },
      select: { revision: true },
    });
    const { id: openedInId } = await tx.codingChange.create({
      data: { reviewId, kind: "batch", themeId, detail: { importId, memoIds }, byId: viewer.userId },
      select: { id: true },
    });
    for (let at = 0; at < taggings.length; at += ROWS) {
      const made = await tx.tagging.createMany({
        data: taggings.slice(at, at + ROWS).map(({ lineId, userId, stance, spanStart, spanEnd }) => ({
          ...{ reviewId, contributionId: lineId, themeId, stance, spanStart, spanEnd, openedInId },
          ...{ coderId: coders.get(userId) ?? "", themeRevision: revision },
        })),
        skipDuplicates: true,
      });
      count += made.count;
    }
  }
  return count;
}

function byTheme(planned: readonly PlannedTagging[], themes: readonly (string | null)[]) {
  const groups = new Map<string, PlannedTagging[]>();
  for (const tagging of planned) {
    const themeId = themes[tagging.code];
    if (!themeId) continue;
    const group = groups.get(themeId) ?? [];
    groups.set(themeId, group);
    group.push(tagging);
  }
  return groups;
}
