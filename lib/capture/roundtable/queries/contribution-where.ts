import { OUTSIDE_BLIND_ROUNDS } from "@/lib/access/scope";
import { Prisma } from "@/lib/platform/generated/client";
import { PARTICIPANTS_SAID } from "../source";

/**
 * The contribution `c` of a statement stands, now or as at an instant: neither struck out nor erased (whenever that
 * was), and not of an import that is still running or was undone.
 */
export const standing = (asAt: Date | null = null) => Prisma.sql`${unstruck(asAt)} AND c.erased_at IS NULL
  AND (c.import_id IS NULL OR c.import_id IN (SELECT id FROM import WHERE state = 'visible'))`;

const unstruck = (asAt: Date | null) =>
  asAt
    ? Prisma.sql`c.recorded_at <= ${asAt} AND (c.struck_at IS NULL OR c.struck_at > ${asAt})`
    : Prisma.sql`c.struck_at IS NULL`;

/**
 * READABLE_BY_OTHERS of access/scope.ts in a statement: the contribution `c` of the participant `p` and person `o`,
 * with its open clearance `k`. A test compares the two.
 */
export const readableByOthers = () => Prisma.sql`${standing()} AND c.source = 'identified'
  AND k.until_at IS NULL AND p.present AND NOT p.host AND o.erased_at IS NULL
  AND EXISTS (SELECT FROM permission w WHERE w.participant_id = p.id AND w.until_at IS NULL AND w.level = 'verbatim')`;

const participantsSaid: Prisma.ContributionWhereInput = { source: { in: [...PARTICIPANTS_SAID] } };

/** What participants said, and has no theme yet. */
export const UNTAGGED: Prisma.ContributionWhereInput = {
  AND: [participantsSaid, { taggings: { none: { until: null, ...OUTSIDE_BLIND_ROUNDS } } }],
};

/** What participants said, and is not cleared yet. */
export const UNCLEARED: Prisma.ContributionWhereInput = {
  AND: [participantsSaid, { clearances: { none: { until: null } } }],
};
