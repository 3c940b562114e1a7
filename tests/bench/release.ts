import type { Viewer } from "@/lib/access/policy";
import { countTogether } from "@/lib/aggregate/figures/queries/counts";
import { releasedCounts } from "@/lib/aggregate/publication/release-counts";
import { publishCount } from "@/lib/aggregate/publication/published-count";
import { countNpqs } from "@/lib/aggregate/publication/queries/npq-counts";
import { countFindings } from "@/lib/aggregate/publication/queries/finding-counts";
import type { ReleasedTheme } from "@/lib/aggregate/publication/release-contents";
import { db } from "@/lib/platform/db";

const THRESHOLD = 5;

/** A release of the closed roundtables, shown together, with its findings. It was not checked: it is there to be read. */
export async function addRelease(lead: Viewer, reviewId: string): Promise<void> {
  const closed = await db().roundtable.findMany({
    where: { reviewId, state: "closed" },
    select: { id: true, slug: true, title: true },
  });
  if (closed.length === 0) return;
  const counts = await countTogether(db(), reviewId, closed);
  const roundtables = closed.map(({ id }) => id);
  const { findings } = await countFindings(db(), reviewId, { roundtables, threshold: THRESHOLD });
  const npqs = await countNpqs(db(), reviewId, [counts]);
  const input = {
    number: 1,
    threshold: THRESHOLD,
    counts: [counts],
    breakdowns: [],
    findings,
    npqs,
    combinations: {},
  };
  const themes = counts.themes.flatMap((theme): ReleasedTheme[] => {
    const { id, slug, title, colour, axis } = theme;
    const release = { ...input, before: [], carried: null, told: [], tables: "together" as const };
    const { published } = releasedCounts(theme, release, []).review;
    return published ? [{ id, slug, title, colour, axis, ...published, hands: [] }] : [];
  });
  const figures = { roundtable: null, roundtables: closed.length, present: counts.present, themes };
  await db().release.create({
    data: {
      reviewId,
      number: 1,
      threshold: THRESHOLD,
      breakdowns: [],
      checked: {},
      createdById: lead.userId,
      tables: { create: [{ figures }] },
      roundtables: { create: roundtables.map((roundtableId) => ({ roundtableId })) },
      findings: {
        create: findings.map(({ id, people, contradictingPeople, ...finding }, position) => ({
          ...finding,
          findingId: id,
          position,
          supports: publishCount(people, counts.present, THRESHOLD),
          contradicts: publishCount(contradictingPeople, counts.present, THRESHOLD),
        })),
      },
    },
  });
}
