import type { Prisma } from "@/lib/platform/generated/client";
import { reviewsWhere, type Viewer } from "./policy";

/**
 * May see, said once: each function gives the `where` that a query of that table must carry. Nobody's
 * `where` is ever empty: a viewer without memberships gets an empty list of reviews, which matches nothing.
 */

export function visibleReviews(viewer: Viewer): Prisma.ReviewWhereInput {
  return { id: { in: reviewsWhere(viewer, "review.read") } };
}

/** Roundtables as facilitators see them; everybody else meets one only through a release or a report. */
export function visibleRoundtables(viewer: Viewer): Prisma.RoundtableWhereInput {
  return { reviewId: { in: reviewsWhere(viewer, "review.work") } };
}

export function visibleParticipants(viewer: Viewer): Prisma.ParticipantWhereInput {
  return { reviewId: { in: reviewsWhere(viewer, "review.work") } };
}

/** People apart from their roundtables: one who was found to be another has none left. */
export function visiblePeople(viewer: Viewer): Prisma.PersonWhereInput {
  return { reviewId: { in: reviewsWhere(viewer, "review.work") } };
}

export function visibleIdentities(viewer: Viewer): Prisma.IdentityWhereInput {
  return { person: { reviewId: { in: reviewsWhere(viewer, "identity.read") } } };
}

/** Neither struck out nor erased. */
export const OPEN_CONTRIBUTION = {
  struckAt: null,
  erasedAt: null,
} satisfies Prisma.ContributionWhereInput;

/** A contribution of an import that is still being imported, or was undone, is nobody's to see. */
export const IMPORT_VISIBLE: Prisma.ContributionWhereInput = {
  OR: [{ importId: null }, { import: { state: "visible" } }],
};

/** Raw contributions: facilitators'. DfE reviewers read released evidence only (visibleReleaseEvidence). */
export function visibleContributions(viewer: Viewer): Prisma.ContributionWhereInput {
  return { AND: [IMPORT_VISIBLE, { reviewId: { in: reviewsWhere(viewer, "review.work") } }] };
}

export function visibleThemes(viewer: Viewer): Prisma.ThemeWhereInput {
  return { reviewId: { in: reviewsWhere(viewer, "codebook.read") } };
}

/**
 * Taggings, memos and the like on contributions that the viewer may see, but for what a blind round keeps
 * apart: what others set in one that is not yet coded, and, until the viewer has finished it, whatever is on
 * its contributions. In the round itself a coder reads their own by its id
 * (lib/tag/rounds/queries/rounds.ts).
 */
export function visibleTaggings(viewer: Viewer): Prisma.TaggingWhereInput {
  return apartFromBlindRounds(viewer);
}

export function visibleMemos(viewer: Viewer): Prisma.MemoWhereInput {
  return { withdrawnAt: null, ...apartFromBlindRounds(viewer) };
}

function apartFromBlindRounds(viewer: Viewer) {
  return {
    ...OUTSIDE_BLIND_ROUNDS,
    contribution: { AND: [visibleContributions(viewer), outsideOwnBlindRounds(viewer)] },
  };
}

/**
 * Blind rounds in which the viewer has still to finish: what others say of their contributions is kept from
 * them.
 */
export function ownBlindRounds({ userId }: Viewer) {
  const unfinished = { some: { finishedAt: null, coder: { userId } } };
  return { blind: true, state: "open", coders: unfinished } satisfies Prisma.CodingRoundWhereInput;
}

/** Contributions that the viewer is not to read afresh in a blind round they have not finished. */
export function outsideOwnBlindRounds(viewer: Viewer): Prisma.ContributionWhereInput {
  return { inRounds: { none: { codingRound: ownBlindRounds(viewer) } } };
}

/** Open flags on contributions; on one that the viewer is to read afresh in a blind round, their own alone. */
export function visibleFlags(viewer: Viewer): Prisma.DiscussionFlagWhereInput {
  return {
    until: null,
    contribution: visibleContributions(viewer),
    OR: [{ byId: viewer.userId }, { contribution: outsideOwnBlindRounds(viewer) }],
  };
}

/** Rounds whose coding everybody may see: each coder has finished, or they never coded blind. */
const CODED_OR_SEEN: Prisma.CodingRoundWhereInput = { OR: [{ codedAt: { not: null } }, { blind: false }] };

/** What is hidden from nobody any more; whose contributions they are is the caller's to ask. */
export const OUTSIDE_BLIND_ROUNDS = {
  OR: [{ codingRoundId: null }, { codingRound: CODED_OR_SEEN }],
} satisfies Prisma.TaggingWhereInput & Prisma.MemoWhereInput;

export function visibleCodingRounds(viewer: Viewer): Prisma.CodingRoundWhereInput {
  return { reviewId: { in: reviewsWhere(viewer, "review.work") } };
}

export function visibleFindings(viewer: Viewer): Prisma.FindingWhereInput {
  return { withdrawnAt: null, reviewId: { in: reviewsWhere(viewer, "review.work") } };
}

export function visibleReleases(viewer: Viewer): Prisma.ReleaseWhereInput {
  return { reviewId: { in: reviewsWhere(viewer, "figures.released") } };
}

/**
 * A contribution that may be read by others than facilitators, now: cleared, its speaker permits verbatim
 * reading, present, no host, neither struck out nor erased.
 */
export const READABLE_BY_OTHERS: Prisma.ContributionWhereInput = {
  AND: [
    IMPORT_VISIBLE,
    {
      ...OPEN_CONTRIBUTION,
      source: "identified",
      clearances: { some: { until: null } },
      participant: {
        host: false,
        present: true,
        person: { erasedAt: null },
        permissions: { some: { until: null, level: "verbatim" } },
      },
    },
  ],
};

/** Released evidence: listed in a release of the viewer's review, and readable by others to this day. */
export function visibleReleaseEvidence(viewer: Viewer): Prisma.ReleaseEvidenceWhereInput {
  return { release: visibleReleases(viewer), contribution: READABLE_BY_OTHERS };
}

/** Facilitators see every report, Fellows those out for comment or published, DfE reviewers published ones. */
export function visibleReports(viewer: Viewer): Prisma.ReportWhereInput {
  const mine = (role: Viewer["memberships"][number]["role"]) =>
    viewer.memberships.filter((membership) => membership.role === role).map(({ reviewId }) => reviewId);
  return {
    OR: [
      { reviewId: { in: reviewsWhere(viewer, "review.work") } },
      { reviewId: { in: mine("fellow") }, state: { in: ["in_review", "published"] } },
      { reviewId: { in: mine("reviewer") }, state: "published" },
    ],
  };
}

export function visibleAuditEntries(viewer: Viewer): Prisma.AuditEntryWhereInput {
  return { reviewId: { in: reviewsWhere(viewer, "audit.read") } };
}

/** What one did oneself is no secret to oneself, in the reviews one is still a member of. */
export function ownAuditEntries(viewer: Viewer): Prisma.AuditEntryWhereInput {
  return { actorId: viewer.userId, reviewId: { in: reviewsWhere(viewer, "review.read") } };
}

export function visibleMemberships(viewer: Viewer): Prisma.MembershipWhereInput {
  return { reviewId: { in: reviewsWhere(viewer, "member.list") } };
}
