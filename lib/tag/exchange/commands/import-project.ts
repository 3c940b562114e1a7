import { randomUUID } from "node:crypto";
import { z } from "zod";
import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleReviews } from "@/lib/access/scope";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { invalid, notFound, Refusal } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { openCodebook } from "@/lib/tag/codebook/commands/add-theme";
import { coderOf } from "@/lib/tag/coding/commands/set-tagging";
import { themesForCodes, themesOfFile, tooManyCodes, type ThemeOfFile } from "../code-themes";
import { Incoming } from "../incoming";
import { matchCoders, ownersOf, STRANGERS } from "../queries/incoming-coders";
import { planMemos } from "../queries/incoming-memos";
import { planCodings, type PlannedTagging } from "../queries/incoming-plan";
import { readKnownThemes } from "../queries/known-themes";
import { addNewCodes } from "./add-new-codes";
import { importMemos } from "./import-memos";

export const ImportProjectInput = z.object({
  reviewId: z.uuid(),
  incoming: Incoming,
  /** Codes that are not themes here yet. */
  newCodes: z.enum(["add", "leave"]).default("leave"),
  /** What to do with codings and notes by people who are not coders here. */
  strangers: z.enum(STRANGERS).default("leave"),
});
type ImportProjectInput = z.infer<typeof ImportProjectInput>;

const ROWS = 2_000;

/**
 * Imports the coding of a project file, completely or not at all. Taggings by members are theirs, as the file
 * says, and what is here stays. It makes one change for each theme; these are undone together.
 */
export const importProject = command(async (tx, viewer: Viewer, input: ImportProjectInput) => {
  const { reviewId, incoming, newCodes, strangers } = input;
  await requireReview(tx, viewer, reviewId);
  if (newCodes === "add") await openCodebook(tx, viewer, reviewId);
  const codes = themesForCodes(incoming.codes, await readKnownThemes(tx, viewer, reviewId));
  const many = newCodes === "add" ? tooManyCodes(codes) : null;
  if (many !== null) throw invalid(`${many} Nothing was changed.`);
  const added =
    newCodes === "add" ? await addNewCodes(tx, viewer, reviewId, codes) : new Map<number, string>();
  const themes = themesOfFile(codes, (code) => added.get(code) ?? null);
  const matched = await matchCoders(tx, reviewId, incoming.coders);
  const owners = ownersOf(matched, strangers, viewer.userId);
  const plan = await planCodings(tx, viewer, { reviewId, incoming }, { themes, owners });
  const notes = await planMemos(tx, viewer, { reviewId, incoming }, owners);
  const memoIds = await importMemos(tx, reviewId, notes);
  const importId = randomUUID();
  const taggings = await openAll(tx, viewer, { reviewId, importId, memoIds }, themes, plan.add);
  const done = { taggings, memos: memoIds.length, themes: added.size, gone: plan.gone + notes.gone };
  if (taggings + memoIds.length + added.size === 0) throw new Refusal("stale", nothingNew(done.gone));
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: "coding.import",
    subjectType: "import",
    subjectId: importId,
    detail: {
      ...done,
      // In whose names codings and notes were imported.
      coders: [...new Set(plan.add.map(({ userId }) => userId))],
      authors: [...new Set([...notes.add, ...notes.again].map(({ byId }) => byId))],
    },
  });
  await publish(tx, { kind: "tagging", reviewId, ids: [] });
  return { importId, ...done };
});

function nothingNew(gone: number): string {
  const since =
    gone === 0
      ? "Everything in the file has already been imported."
      : "The contributions in this file have been changed or removed since you checked it.";
  return `${since} Nothing was changed. Choose the file again to see what would change.`;
}

export async function requireReview(tx: Tx, viewer: Viewer, reviewId: string): Promise<void> {
  const review = await tx.review.findFirst({
    where: { AND: [{ id: reviewId }, visibleReviews(viewer)] },
    select: { id: true },
  });
  if (!review) throw notFound("review");
  requireCan(viewer, "coding.exchange", { reviewId });
}

type ImportOf = { reviewId: string; importId: string; memoIds: string[] };

/**
 * Opens the taggings, theme by theme, each under its own change. The first change also keeps which notes were
 * imported; an import of notes alone makes a change that opens nothing, so that it can be undone too. Returns
 * the number of taggings.
 */
async function openAll(
  tx: Tx,
  viewer: Viewer,
  { reviewId, importId, memoIds }: ImportOf,
  themes: readonly (ThemeOfFile | null)[],
  planned: readonly PlannedTagging[],
): Promise<number> {
  const coders = new Map<string, string>();
  for (const { userId } of planned)
    if (!coders.has(userId)) coders.set(userId, await coderOf(tx, { userId }));
  const groups = byTheme(planned, themes);
  const anchor = memoIds.length > 0 && groups.size === 0 ? await anyTheme(tx, reviewId) : null;
  if (anchor !== null) groups.set(anchor, []);
  let count = 0;
  let kept = memoIds;
  for (const [themeId, taggings] of groups) {
    const { revision } = await tx.theme.findUniqueOrThrow({
      where: { id: themeId },
      select: { revision: true },
    });
    const { id: openedInId } = await tx.codingChange.create({
      data: { reviewId, kind: "batch", themeId, detail: { importId, memoIds: kept }, byId: viewer.userId },
      select: { id: true },
    });
    kept = [];
    for (let at = 0; at < taggings.length; at += ROWS) {
      const made = await tx.tagging.createMany({
        data: taggings.slice(at, at + ROWS).map(({ contributionId, userId, stance, spanStart, spanEnd }) => ({
          reviewId,
          contributionId,
          themeId,
          stance,
          spanStart,
          spanEnd,
          openedInId,
          coderId: coders.get(userId) ?? "",
          themeRevision: revision,
        })),
        skipDuplicates: true,
      });
      count += made.count;
    }
  }
  return count;
}

/** A change needs a theme. null where the review has none. */
async function anyTheme(tx: Tx, reviewId: string): Promise<string | null> {
  const theme = await tx.theme.findFirst({
    where: { reviewId },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  return theme?.id ?? null;
}

function byTheme(planned: readonly PlannedTagging[], themes: readonly (ThemeOfFile | null)[]) {
  const groups = new Map<string, PlannedTagging[]>();
  for (const tagging of planned) {
    const theme = themes[tagging.code];
    if (!theme) continue;
    const group = groups.get(theme.id) ?? [];
    groups.set(theme.id, group);
    group.push(tagging);
  }
  return groups;
}
