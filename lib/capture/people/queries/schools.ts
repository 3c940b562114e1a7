import { forbidden, requireCan, reviewsWhere, type Viewer } from "@/lib/access/policy";
import { visibleReviews } from "@/lib/access/scope";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { soughtOf, type School, type SchoolRegister } from "../school";

const MOST = 10;

const SELECT = {
  urn: true,
  name: true,
  town: true,
  localAuthority: true,
  region: true,
  phase: true,
  setting: true,
  trust: true,
  open: true,
} as const;

/** Anybody who registers participants in some review may look up schools: the register itself is public. */
function requireFacilitator(viewer: Viewer): void {
  if (reviewsWhere(viewer, "participant.register").length > 0) return;
  const reviewId = viewer.memberships[0]?.reviewId ?? "";
  throw forbidden(
    viewer,
    "participant.register",
    { reviewId },
    "Your role does not let you look up schools.",
  );
}

/**
 * Schools whose name or town contains each of the words, or with that number; open schools and exact
 * beginnings first.
 */
export async function searchSchools(viewer: Viewer, asked: string): Promise<School[]> {
  requireFacilitator(viewer);
  const sought = soughtOf(asked.slice(0, 200));
  if (sought.length < 2) return [];
  if (/^[0-9]{5,7}$/.test(sought)) {
    const school = await findSchool(viewer, Number(sought));
    return school ? [school] : [];
  }
  const words = sought.split(" ").map((word) => `%${word}%`);
  return db().$queryRaw<School[]>`
    SELECT urn, name, town, local_authority AS "localAuthority", region, phase, setting, trust, open
    FROM school WHERE sought || ' ' || lower(coalesce(town, '')) LIKE ALL(${words}::text[])
    ORDER BY open DESC, sought LIKE ${`${sought}%`} DESC, sought, urn LIMIT ${MOST}`;
}

export async function findSchool(viewer: Viewer, urn: number): Promise<School | null> {
  requireFacilitator(viewer);
  return db().school.findUnique({ where: { urn }, select: SELECT });
}

/** How many schools are loaded, and when they were last loaded. */
export async function getSchoolRegister(viewer: Viewer, reviewId: string): Promise<SchoolRegister> {
  const review = await db().review.findFirst({
    where: { AND: [{ id: reviewId }, visibleReviews(viewer)] },
    select: { id: true },
  });
  if (!review) throw notFound("review");
  requireCan(viewer, "schools.load", { reviewId });
  const [all, open] = await Promise.all([
    db().school.aggregate({ _count: { urn: true }, _max: { loadedAt: true } }),
    db().school.count({ where: { open: true } }),
  ]);
  return { schools: all._count.urn, open, loadedAt: all._max.loadedAt };
}
