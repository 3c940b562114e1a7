import { requireCan, roleIn, type Viewer } from "@/lib/access/policy";
import { visibleSavedViews } from "@/lib/access/scope";
import { db, type Tx } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { COMPARED, compareFields, filterFields } from "../filter-address";
import { fromStored, StoredView, type SavedView, type Slugs } from "../saved-view";

const VIEW = { id: true, name: true, revision: true, shows: true } as const;

/** The saved views of a review, by name. */
export async function listSavedViews(viewer: Viewer, reviewId: string): Promise<SavedView[]> {
  if (roleIn(viewer, reviewId) === null) throw notFound("review");
  requireCan(viewer, "figures.live", { reviewId });
  const rows = await db().savedView.findMany({
    where: { AND: [{ reviewId, deletedAt: null }, visibleSavedViews(viewer)] },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: VIEW,
  });
  const slugs = rows.length === 0 ? [] : await readSlugs(db(), reviewId);
  return rows.map(({ id, name, revision, shows }) => ({
    id,
    name,
    revision,
    fields: fieldsOf(StoredView.parse(shows), slugs),
  }));
}

/** What was deleted, if it still is, so that it can be taken back. */
export async function getDeletedView(
  viewer: Viewer,
  reviewId: string,
  id: string,
): Promise<Pick<SavedView, "id" | "name"> | null> {
  requireCan(viewer, "figures.live", { reviewId });
  return db().savedView.findFirst({
    where: { AND: [{ id, reviewId, deletedAt: { not: null } }, visibleSavedViews(viewer)] },
    select: { id: true, name: true },
  });
}

/** The review's roundtables and areas. The caller has asked the policy already. */
export async function readSlugs(client: Tx, reviewId: string): Promise<Slugs> {
  const select = { id: true, slug: true } as const;
  const roundtables = await client.roundtable.findMany({ where: { reviewId }, select });
  const areas = await client.theme.findMany({ where: { reviewId, axis: "area" }, select });
  return [
    ...roundtables.map((one) => ({ ...one, list: "roundtable" as const })),
    ...areas.map((one) => ({ ...one, list: "area" as const })),
  ];
}

function fieldsOf({ first, second }: StoredView, slugs: Slugs): [string, string][] {
  const own = filterFields(fromStored(first, slugs));
  if (second === null) return own;
  return [...own, ...compareFields(), ...filterFields(fromStored(second, slugs), COMPARED)];
}
