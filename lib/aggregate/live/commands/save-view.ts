import { requireCan, roleIn, type Viewer } from "@/lib/access/policy";
import { visibleSavedViews } from "@/lib/access/scope";
import { audit } from "@/lib/platform/audit/audit";
import type { AuditAction } from "@/lib/platform/audit/audit-action";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { invalid, notFound, Refusal } from "@/lib/platform/errors";
import { asksToCompare, COMPARED, readFilter, type Query } from "../filter-address";
import { readSlugs } from "../queries/saved-views";
import {
  toStored,
  type RenameViewInput,
  type SaveViewInput,
  type StoredView,
  type ViewInput,
} from "../saved-view";

const TAKEN = "There is a saved view with this name already. Choose another name";
const RENAMED = "Somebody has renamed this view since. Look at its name, then try again.";

/** Saves the filters of an address under a name. Sent twice, it is saved once. */
export const saveView = command(async (tx, viewer: Viewer, input: SaveViewInput) => {
  const { id, reviewId, name, shows } = input;
  if (roleIn(viewer, reviewId) === null) throw notFound("review");
  requireCan(viewer, "figures.live", { reviewId });
  const there = await tx.savedView.findUnique({ where: { id }, select: { reviewId: true } });
  if (there) {
    if (there.reviewId !== reviewId) throw notFound("saved view");
    return { id };
  }
  await requireFree(tx, reviewId, name);
  const stored = await storedFrom(tx, reviewId, shows);
  await tx.savedView.create({
    data: { id, reviewId, name, shows: stored, createdById: viewer.userId },
    select: { id: true },
  });
  await note(tx, viewer, { id, reviewId }, "view.save");
  return { id };
});

/** Gives a saved view another name; what it was called is kept. */
export const renameView = command(async (tx, viewer: Viewer, input: RenameViewInput) => {
  const view = await findView(tx, viewer, input.id);
  const { id, reviewId, revision, name } = view;
  if (view.deletedAt) throw notFound("saved view");
  if (revision !== input.revision) throw new Refusal("stale", RENAMED);
  if (name === input.name) return { id };
  await requireFree(tx, reviewId, input.name, id);
  await tx.savedViewRevision.create({
    data: { savedViewId: id, revision, name, endedById: viewer.userId },
    select: { id: true },
  });
  await tx.savedView.update({
    where: { id },
    data: { name: input.name, revision: revision + 1 },
    select: { id: true },
  });
  await note(tx, viewer, view, "view.rename");
  return { id };
});

/** Takes a saved view out of the list. Doing it twice has no further effect. */
export const deleteView = command(async (tx, viewer: Viewer, input: ViewInput) => {
  const view = await findView(tx, viewer, input.id);
  if (view.deletedAt) return { id: view.id };
  const deleted = { deletedAt: new Date(), deletedById: viewer.userId };
  await tx.savedView.update({ where: { id: view.id }, data: deleted, select: { id: true } });
  await note(tx, viewer, view, "view.delete");
  return { id: view.id };
});

/** Takes a deletion back, unless another view has taken the name. */
export const restoreView = command(async (tx, viewer: Viewer, input: ViewInput) => {
  const view = await findView(tx, viewer, input.id);
  if (!view.deletedAt) return { id: view.id };
  await requireFree(tx, view.reviewId, view.name);
  const restored = { deletedAt: null, deletedById: null };
  await tx.savedView.update({ where: { id: view.id }, data: restored, select: { id: true } });
  await note(tx, viewer, view, "view.restore");
  return { id: view.id };
});

async function findView(tx: Tx, viewer: Viewer, id: string) {
  const view = await tx.savedView.findFirst({
    where: { AND: [{ id }, visibleSavedViews(viewer)] },
    select: { id: true, reviewId: true, name: true, revision: true, deletedAt: true },
  });
  if (!view) throw notFound("saved view");
  requireCan(viewer, "figures.live", view);
  await tx.$queryRaw`SELECT id FROM saved_view WHERE id = ${id}::uuid FOR UPDATE`;
  return view;
}

async function requireFree(tx: Tx, reviewId: string, name: string, but?: string): Promise<void> {
  const taken = await tx.savedView.findFirst({
    where: {
      reviewId,
      deletedAt: null,
      name: { equals: name, mode: "insensitive" },
      ...(but === undefined ? {} : { id: { not: but } }),
    },
    select: { id: true },
  });
  if (taken) throw invalid(TAKEN, "name");
}

async function storedFrom(tx: Tx, reviewId: string, shows: string): Promise<StoredView> {
  const slugs = await readSlugs(tx, reviewId);
  const known = (list: "roundtable" | "area") =>
    slugs.flatMap((one) => (one.list === list ? [one.slug] : []));
  const lists = { roundtable: known("roundtable"), area: known("area") };
  const query: Query = {};
  for (const [field, value] of new URLSearchParams(shows)) query[field] = [query[field] ?? [], value].flat();
  const first = toStored(readFilter(query, lists).filter, slugs);
  if (!asksToCompare(query)) return { first, second: null };
  return { first, second: toStored(readFilter(query, lists, COMPARED).filter, slugs) };
}

function note(
  tx: Tx,
  viewer: Viewer,
  { id, reviewId }: { id: string; reviewId: string },
  action: AuditAction,
) {
  return audit(tx, {
    reviewId,
    actorId: viewer.userId,
    action,
    subjectType: "saved-view",
    subjectId: id,
  });
}
