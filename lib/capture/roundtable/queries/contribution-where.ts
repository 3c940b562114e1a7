import { OUTSIDE_BLIND_ROUNDS } from "@/lib/access/scope";
import type { Prisma } from "@/lib/platform/generated/client";
import { PARTICIPANTS_SAID } from "../source";

/** Neither struck out nor erased. */
export const OPEN_CONTRIBUTION: Prisma.ContributionWhereInput = { struckAt: null, erasedAt: null };

const participantsSaid: Prisma.ContributionWhereInput = { source: { in: [...PARTICIPANTS_SAID] } };

/** What participants said, and has no theme yet. */
export const UNTAGGED: Prisma.ContributionWhereInput = {
  AND: [participantsSaid, { taggings: { none: { until: null, ...OUTSIDE_BLIND_ROUNDS } } }],
};

/** What participants said, and is not cleared yet. */
export const UNCLEARED: Prisma.ContributionWhereInput = {
  AND: [participantsSaid, { clearances: { none: { until: null } } }],
};
