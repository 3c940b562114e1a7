import type { Prisma } from "@/lib/platform/generated/client";
import { reviewsWhere, type Viewer } from "./policy";

/**
 * What each viewer may see: each function gives the `where` that a query of that table must carry. The
 * `where` is never empty: a viewer without memberships gets an empty list of reviews, which matches nothing.
 */

export function visibleReviews(viewer: Viewer): Prisma.ReviewWhereInput {
  return { id: { in: reviewsWhere(viewer, "review.read") } };
}

/**
 * Roundtables as facilitators see them. Everybody else sees a roundtable only through a release or a report.
 */
export function visibleRoundtables(viewer: Viewer): Prisma.RoundtableWhereInput {
  return { reviewId: { in: reviewsWhere(viewer, "review.work") } };
}

export function visibleParticipants(viewer: Viewer): Prisma.ParticipantWhereInput {
  return { reviewId: { in: reviewsWhere(viewer, "review.work") } };
}

/** People, independently of their roundtables: a person who was merged into another has none left. */
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

/** Nobody sees a contribution of an import that is still running or was undone. */
export const IMPORT_VISIBLE: Prisma.ContributionWhereInput = {
  OR: [{ importId: null }, { import: { state: "visible" } }],
};

/**
 * Raw contributions, for facilitators only. DfE reviewers read released evidence only
 * (visibleReleaseEvidence).
 */
export function visibleContributions(viewer: Viewer): Prisma.ContributionWhereInput {
  return { AND: [IMPORT_VISIBLE, { reviewId: { in: reviewsWhere(viewer, "review.work") } }] };
}

export function visibleThemes(viewer: Viewer): Prisma.ThemeWhereInput {
  return { reviewId: { in: reviewsWhere(viewer, "codebook.read") } };
}

/**
 * Taggings, memos and the like on contributions that the viewer may see. A blind round hides some: what other
 * coders set in a round that is not finished, and, until the viewer has finished it, everything on its
 * contributions. Inside the round, coders read their own coding by the round's id
 * (lib/tag/rounds/queries/rounds.ts).
 */
export function visibleTaggings(viewer: Viewer): Prisma.TaggingWhereInput {
  return outsideBlindRounds(viewer);
}

export function visibleMemos(viewer: Viewer): Prisma.MemoWhereInput {
  return { withdrawnAt: null, ...outsideBlindRounds(viewer) };
}

function outsideBlindRounds(viewer: Viewer) {
  return {
    ...OUTSIDE_BLIND_ROUNDS,
    contribution: { AND: [visibleContributions(viewer), outsideOwnBlindRounds(viewer)] },
  };
}

/**
 * Blind rounds that the viewer has not finished: what others say of their contributions is hidden from the
 * viewer.
 */
export function ownBlindRounds({ userId }: Viewer) {
  const unfinished = { some: { finishedAt: null, coder: { userId } } };
  return { blind: true, state: "open", coders: unfinished } satisfies Prisma.CodingRoundWhereInput;
}

/**
 * Contributions that are hidden from the viewer's other pages by a blind round that they have not finished.
 */
export function outsideOwnBlindRounds(viewer: Viewer): Prisma.ContributionWhereInput {
  return { inRounds: { none: { codingRound: ownBlindRounds(viewer) } } };
}

/**
 * Open flags on contributions. On a contribution in a blind round that the viewer has not finished, only
 * their own flags.
 */
export function visibleFlags(viewer: Viewer): Prisma.DiscussionFlagWhereInput {
  return {
    until: null,
    contribution: visibleContributions(viewer),
    OR: [{ byId: viewer.userId }, { contribution: outsideOwnBlindRounds(viewer) }],
  };
}

/** Rounds whose coding everybody may see: each coder has finished, or the round was not blind. */
const CODED_OR_SEEN: Prisma.CodingRoundWhereInput = { OR: [{ codedAt: { not: null } }, { blind: false }] };

/** Coding that is no longer hidden from anybody. The caller checks who may see its contributions. */
export const OUTSIDE_BLIND_ROUNDS = {
  OR: [{ codingRoundId: null }, { codingRound: CODED_OR_SEEN }],
} satisfies Prisma.TaggingWhereInput & Prisma.MemoWhereInput;

export function visibleCodingRounds(viewer: Viewer): Prisma.CodingRoundWhereInput {
  return { reviewId: { in: reviewsWhere(viewer, "review.work") } };
}

export function visibleFindings(viewer: Viewer): Prisma.FindingWhereInput {
  return { withdrawnAt: null, reviewId: { in: reviewsWhere(viewer, "review.work") } };
}

/** Named filters of live figures, for whoever may see those. */
export function visibleSavedViews(viewer: Viewer): Prisma.SavedViewWhereInput {
  return { reviewId: { in: reviewsWhere(viewer, "figures.live") } };
}

/** Cells of the framework matrix in facilitators' words. */
export function visibleSummaries(viewer: Viewer): Prisma.MatrixSummaryWhereInput {
  return { reviewId: { in: reviewsWhere(viewer, "review.work") } };
}

export function visibleReleases(viewer: Viewer): Prisma.ReleaseWhereInput {
  return { reviewId: { in: reviewsWhere(viewer, "figures.released") } };
}

/** What one keeps to cite is one's own, for as long as one may see released figures. */
export function visibleCitations(viewer: Viewer): Prisma.CitationWhereInput {
  return { userId: viewer.userId, release: visibleReleases(viewer) };
}

/**
 * A contribution that people other than facilitators may read now: it is cleared, its speaker permits
 * verbatim reading, was present and is not a host, and it is neither struck out nor erased.
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

/** Released evidence: listed in a release of the viewer's review, and still readable by others. */
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

/**
 * Versions that people other than facilitators may read of a report that they see: published ones that were not
 * withdrawn, and while it is out for comment the newest of all.
 */
export const VERSION_FOR_OTHERS = {
  OR: [{ publishedAt: { not: null }, withdrawnAt: null }, { report: { state: "in_review" } }],
} satisfies Prisma.VersionWhereInput;

/**
 * Published versions at addresses of their own: public ones for everybody, signed in or not; the others for whoever may
 * open the report. A withdrawn one keeps its address, where a notice stands in place of the text.
 */
export function visiblePublications(viewer: Viewer | null): Prisma.VersionWhereInput {
  const members = viewer ? [{ report: visibleReports(viewer) }] : [];
  return { publishedAt: { not: null }, OR: [{ audience: "public" }, ...members] };
}

export function visibleAuditEntries(viewer: Viewer): Prisma.AuditEntryWhereInput {
  return { reviewId: { in: reviewsWhere(viewer, "audit.read") } };
}

/**
 * What belongs to no single review and concerns each: that its people signed in (`people`: their accounts), and that
 * a backup was restored. For whoever may read the audit log of one.
 */
export function sharedAuditEntries(viewer: Viewer, people: readonly string[]): Prisma.AuditEntryWhereInput {
  if (reviewsWhere(viewer, "audit.read").length === 0) return { id: { in: [] } };
  return {
    reviewId: null,
    OR: [
      { action: "database.restore" },
      { action: { in: ["session.begin", "session.end"] }, actorId: { in: [...people] } },
    ],
  };
}

/** What the viewer did themselves, in the reviews of which they are still a member. */
export function ownAuditEntries(viewer: Viewer): Prisma.AuditEntryWhereInput {
  return { actorId: viewer.userId, reviewId: { in: reviewsWhere(viewer, "review.read") } };
}

export function visibleMemberships(viewer: Viewer): Prisma.MembershipWhereInput {
  return { reviewId: { in: reviewsWhere(viewer, "member.list") } };
}
