import { z } from "zod";
import type { Viewer } from "@/lib/access/policy";
import { audit } from "@/lib/platform/audit/audit";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import { publish } from "@/lib/platform/events";
import { openCodebook } from "@/lib/tag/codebook/commands/add-theme";
import { changeTheme } from "@/lib/tag/codebook/commands/change-theme";
import { placeTheme } from "@/lib/tag/codebook/commands/place-theme";
import { fingerprintOf } from "../form-payload";
import { FileTheme, planCodebook, type CodebookPlan } from "../codebook-plan";
import { MAX_THEMES } from "../codebook-file/codebook-theme";
import { readKnownThemes } from "../queries/known-themes";
import { addFileTheme } from "./add-file-theme";

export const ImportCodebookInput = z.object({
  reviewId: z.uuid(),
  themes: z.array(FileTheme).max(MAX_THEMES),
  /** What the preview showed, so that nothing else is done. */
  fingerprint: z.string(),
  changes: z.enum(["meaning", "wording"], { error: "Choose what these changes affect" }).default("meaning"),
});
type ImportCodebookInput = z.infer<typeof ImportCodebookInput>;

const OTHERWISE =
  "The codebook has changed since you checked the file. Nothing was imported. Choose the file again to see what would change.";

/** Imports a codebook as it was previewed, completely or not at all. Themes that the file lacks stay. */
export const importCodebook = command(async (tx, viewer: Viewer, input: ImportCodebookInput) => {
  const { reviewId, themes, fingerprint, changes } = input;
  await openCodebook(tx, viewer, reviewId);
  const plan = planCodebook(themes, await readKnownThemes(tx, viewer, reviewId));
  if (fingerprintOf(plan) !== fingerprint || plan.problems.length > 0) throw new Refusal("stale", OTHERWISE);
  for (const { theme, known } of plan.changed)
    await changeTheme.within(tx, viewer, {
      id: known.id,
      revision: known.revision,
      changes,
      title: theme.title,
      definition: theme.definition,
      includes: theme.includes,
      excludes: theme.excludes,
      signalWords: theme.signalWords,
    });
  const ids = await addAll(tx, viewer, reviewId, plan);
  await placeAll(tx, viewer, plan, ids);
  for (const { theme, known } of plan.recoloured)
    await tx.theme.update({ where: { id: known.id }, data: { colour: theme.colour }, select: { id: true } });
  const told = {
    added: plan.added.length,
    changed: plan.changed.length,
    moved: plan.moved.length,
    recoloured: plan.recoloured.length,
  };
  await audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action: "codebook.import",
    subjectType: "review",
    subjectId: reviewId,
    detail: told,
  });
  if (plan.recoloured.length > 0)
    await publish(tx, { kind: "codebook", reviewId, ids: plan.recoloured.map(({ known }) => known.id) });
  return told;
});

/** Slug in the file to theme. */
type Ids = ReadonlyMap<string, string>;

async function addAll(tx: Tx, viewer: Viewer, reviewId: string, plan: CodebookPlan): Promise<Ids> {
  const here = [...plan.changed, ...plan.unchanged, ...plan.moved, ...plan.recoloured];
  const ids = new Map(here.map(({ theme, known }) => [theme.slug, known.id]));
  for (const theme of plan.added) ids.set(theme.slug, await addFileTheme(tx, viewer, reviewId, theme));
  return ids;
}

/** Top-level themes first, so that the parents exist. */
async function placeAll(tx: Tx, viewer: Viewer, { added, moved }: CodebookPlan, ids: Ids): Promise<void> {
  const wanted = [
    ...moved.map(({ theme, under }) => ({ slug: theme.slug, under })),
    ...added.map(({ slug, parent: under }) => ({ slug, under })).filter(({ under }) => under !== null),
  ];
  const inOrder = [
    ...wanted.filter(({ under }) => under === null),
    ...wanted.filter(({ under }) => under !== null),
  ];
  for (const { slug, under } of inOrder) {
    const id = ids.get(slug);
    const parentId = under === null ? null : (ids.get(under) ?? null);
    if (id) await placeTheme.within(tx, viewer, { id, parentId, afterId: "last" });
  }
}
