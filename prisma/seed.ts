import { DEMONSTRATION_MADE } from "@/lib/review/first-steps/queries/first-steps";
import type { Role, Viewer } from "@/lib/access/policy";
import { viewerOf } from "@/lib/access/viewer";
import { audit } from "@/lib/platform/audit/audit";
import { db, tidyDatabase, transaction, type Tx } from "@/lib/platform/db";
import { attachEvidence } from "@/lib/synthesise/finding/commands/attach-evidence";
import { writeCounterView } from "@/lib/synthesise/finding/commands/edit-finding";
import { writeFinding } from "@/lib/synthesise/finding/commands/write-finding";
import { DEMONSTRATION } from "./demonstration/demonstration";
import type { DemoFinding } from "./demonstration/types";
import { makeNpqReview, NPQ_REVIEW } from "./npq-review";
import { seedSummaries } from "./seed-summaries";
import { seedReports } from "./seed-reports";
import { seedRound } from "./seed-round";
import { need, seedRoundtable, type Known } from "./seed-roundtable";

/** Seconds on a quiet computer; nothing else waits for it, so a busy one only takes longer. */
const SEED_LIMIT_MS = 30 * 60_000;

/** The demonstration's members, one for each role. Their addresses do not exist. */
const LEAD = { email: "lead@demonstration.invalid", name: "Morgan Tidewell", demonstration: true };
const MEMBERS = [
  { email: "facilitator@demonstration.invalid", name: "Priya Ashgrove", role: "facilitator" },
  { email: "reviewer@demonstration.invalid", name: "Callum Netherby", role: "reviewer" },
  { email: "fellow@demonstration.invalid", name: "Folake Olusanya-Birch", role: "fellow" },
] as const satisfies readonly { email: string; name: string; role: Role }[];

/** The Fellow is this participant of the demonstration. */
const FELLOW = "olusanya";

/**
 * Makes the demonstration through the application's own commands, once: everything that was said in one
 * transaction, then a coding round, the release and the reports. Returns whether anything was made.
 */
export async function seedDemonstration(): Promise<boolean> {
  const there = await db().review.findUnique({
    where: { slug: NPQ_REVIEW.slug },
    select: { id: true, demonstration: true },
  });
  if (there && !there.demonstration) return false;
  if (!there) {
    await transaction(seedWhatWasSaid, SEED_LIMIT_MS);
    await tidyDatabase();
  }
  const members = await membersOf(NPQ_REVIEW.slug);
  const coded = await seedRound(members);
  const reported = await seedReports(members);
  const made = !there || coded || reported;
  if (made) await transaction(recordMade);
  return made;
}

/** Later actions are the members' own: their first steps disappear as they take them. */
async function recordMade(tx: Tx): Promise<void> {
  const { id } = await tx.review.findUniqueOrThrow({
    where: { slug: NPQ_REVIEW.slug },
    select: { id: true },
  });
  const subject = { subjectType: "review", subjectId: id };
  await audit(tx, { reviewId: id, actorId: null, action: DEMONSTRATION_MADE, ...subject });
}

async function seedWhatWasSaid(tx: Tx): Promise<void> {
  const lead = await makeNpqReview(tx, LEAD);
  const reviewId = lead.memberships[0]?.reviewId ?? "";
  const viewers = new Map<Role, Viewer>([["lead", lead]]);
  for (const { email, name, role } of MEMBERS) {
    const user = await tx.user.create({
      data: { email, name, demonstration: true, memberships: { create: { reviewId, role } } },
      select: { id: true },
    });
    viewers.set(role, {
      userId: user.id,
      name,
      memberships: [{ reviewId, reviewSlug: NPQ_REVIEW.slug, role }],
    });
  }
  const themes = await tx.theme.findMany({ where: { reviewId }, select: { id: true, slug: true } });
  const known: Known = {
    reviewId,
    lead,
    facilitator: need(viewers, "facilitator"),
    people: new Map(DEMONSTRATION.people.map((person) => [person.key, person])),
    personIds: new Map(),
    themes: new Map(themes.map(({ id, slug }) => [slug, id])),
  };
  for (const roundtable of DEMONSTRATION.roundtables) await seedRoundtable(tx, known, roundtable);
  await tx.person.update({
    where: { id: need(known.personIds, FELLOW) },
    data: { userId: need(viewers, "fellow").userId },
    select: { id: true },
  });
  await seedFindings(tx, known, DEMONSTRATION.findings);
  await seedSummaries(tx, known, DEMONSTRATION);
}

async function seedFindings(
  tx: Tx,
  { facilitator, reviewId, themes }: Known,
  findings: readonly DemoFinding[],
) {
  const ids = new Map<string, string>(
    DEMONSTRATION.roundtables.flatMap(({ contributions }) => contributions.map(({ key, id }) => [key, id])),
  );
  for (const { theme, stance, text, supports, contradicts, counterView } of findings) {
    const { id } = await writeFinding.within(tx, facilitator, {
      reviewId,
      themeId: need(themes, theme),
      text,
      stance,
    });
    const evidence = [
      ...supports.map((key) => ({ key, bearing: "supports" as const })),
      ...contradicts.map((key) => ({ key, bearing: "contradicts" as const })),
    ];
    for (const { key, bearing } of evidence) {
      await attachEvidence.within(tx, facilitator, {
        findingId: id,
        contributionId: need(ids, key),
        bearing,
      });
    }
    if (counterView !== undefined)
      await writeCounterView.within(tx, facilitator, { id, revision: 1, counterView });
  }
}

async function membersOf(slug: string): Promise<Map<Role, Viewer>> {
  const memberships = await db().membership.findMany({
    where: { review: { slug } },
    select: { role: true, userId: true },
  });
  const viewers = new Map<Role, Viewer>();
  for (const { role, userId } of memberships) {
    const viewer = await viewerOf(userId);
    if (viewer) viewers.set(role, viewer);
  }
  return viewers;
}
