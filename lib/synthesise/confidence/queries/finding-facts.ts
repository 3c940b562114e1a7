import type { Viewer } from "@/lib/access/policy";
import { visibleFindings } from "@/lib/access/scope";
import { namesOf } from "@/lib/capture/contribution/queries/contribution-select";
import { requireWork } from "@/lib/capture/roundtable/queries/roundtables";
import { db } from "@/lib/platform/db";
import { evidenceIds } from "@/lib/synthesise/finding/evidence";
import type { Finding } from "@/lib/synthesise/finding/finding";
import type { Decided } from "../confidence";
import { dividedShare, missingGroups, ofFinding, type Facts, type Present } from "../facts";

/** What facilitators know of a finding: exact and live, never published. */
export async function findingFacts(viewer: Viewer, reviewId: string, finding: Finding): Promise<Facts> {
  requireWork(viewer, reviewId);
  const spoke = await speakersOf(evidenceIds(finding));
  const [{ roundtables } = { roundtables: 0 }] = await db().$queryRaw<{ roundtables: number }[]>`
    SELECT count(DISTINCT roundtable_id)::int AS roundtables FROM counted_contribution
    WHERE review_id = ${reviewId}::uuid`;
  const facts = ofFinding(finding);
  return {
    ...facts,
    speakers: spoke.size,
    divided: dividedShare(facts.people, facts.contradictingPeople, spoke.size),
    allRoundtables: Math.max(roundtables, facts.roundtables),
    missing: missingGroups(await listPresent(reviewId), spoke),
  };
}

async function speakersOf(contributionIds: readonly string[]): Promise<Set<string>> {
  const rows = await db().$queryRaw<{ person: string }[]>`
    SELECT DISTINCT person_id AS person FROM counted_contribution
    WHERE contribution_id = ANY(${[...contributionIds]}::uuid[])`;
  return new Set(rows.map(({ person }) => person));
}

/** Those present, hosts left out, each once in each of their groups. */
async function listPresent(reviewId: string): Promise<Present[]> {
  return db().$queryRaw<Present[]>`
    SELECT DISTINCT p.person_id AS "personId", a.attribute::text AS attribute, a.value
    FROM participant p
    JOIN person o ON o.id = p.person_id AND o.erased_at IS NULL
    JOIN participant_attribute a ON a.participant_id = p.id AND a.until_at IS NULL
    WHERE p.review_id = ${reviewId}::uuid AND p.present AND NOT p.host AND a.attribute IN ('role', 'phase')`;
}

/** What a facilitator decided about the confidence, if anybody did. */
export async function decidedConfidence(viewer: Viewer, findingId: string): Promise<Decided | null> {
  const row = await db().findingConfidence.findFirst({
    where: { findingId, until: null, finding: visibleFindings(viewer) },
    select: { level: true, reason: true, from: true, byId: true },
  });
  if (!row) return null;
  const { byId, ...decided } = row;
  return { ...decided, by: (await namesOf([byId])).get(byId) ?? "" };
}
