import { requireCan, type Viewer } from "@/lib/access/policy";
import { visibleReviews } from "@/lib/access/scope";
import { audit } from "@/lib/platform/audit/audit";
import { db, transaction, type Tx } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { readSchools } from "../school-file";
import { soughtOf, type School, type SchoolsLoaded } from "../school";

type Loading = { reviewId: string; bytes: AsyncIterable<Uint8Array> };

/**
 * Loads an extract of the register of schools, in which all reviews look up organisations. It is loaded in
 * short transactions, so that people can go on typing meanwhile. Loading the same extract again changes
 * nothing, and a school that is missing from a later one stays.
 */
export async function loadSchools(viewer: Viewer, { reviewId, bytes }: Loading): Promise<SchoolsLoaded> {
  const review = await db().review.findFirst({
    where: { AND: [{ id: reviewId }, visibleReviews(viewer)] },
    select: { id: true },
  });
  if (!review) throw notFound("review");
  requireCan(viewer, "schools.load", { reviewId });
  const counts: SchoolsLoaded = { loaded: 0, outsideEngland: 0, unreadable: 0 };
  await readSchools(bytes, async ({ schools, outsideEngland, unreadable }) => {
    if (schools.length > 0) await transaction((tx) => keep(tx, schools));
    counts.loaded += schools.length;
    counts.outsideEngland += outsideEngland;
    counts.unreadable += unreadable;
  });
  await transaction((tx) =>
    audit(tx, {
      reviewId,
      actorId: viewer.userId,
      action: "schools.load",
      subjectType: "school",
      subjectId: null,
      detail: counts,
    }),
  );
  return counts;
}

async function keep(tx: Tx, schools: readonly School[]): Promise<void> {
  // ON CONFLICT fails when a number occurs twice in one statement.
  const rows = [...new Map(schools.map((school) => [school.urn, school])).values()].map(
    ({ localAuthority, ...school }) => ({
      ...school,
      sought: soughtOf(school.name),
      local_authority: localAuthority,
    }),
  );
  await tx.$executeRaw`
    INSERT INTO school (urn, name, sought, town, local_authority, region, phase, setting, trust, open, loaded_at)
    SELECT urn, name, sought, town, local_authority, region, phase, setting, trust, open, now()
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(urn int, name text, sought text, town text,
      local_authority text, region text, phase text, setting text, trust text, open boolean)
    ON CONFLICT (urn) DO UPDATE SET (name, sought, town, local_authority, region, phase, setting, trust, open, loaded_at) =
      (EXCLUDED.name, EXCLUDED.sought, EXCLUDED.town, EXCLUDED.local_authority, EXCLUDED.region,
       EXCLUDED.phase, EXCLUDED.setting, EXCLUDED.trust, EXCLUDED.open, EXCLUDED.loaded_at)`;
}
