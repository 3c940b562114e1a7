import type { Prisma } from "@/lib/platform/generated/client";

/**
 * People of the review who can be registered at the roundtable: they have not left the review, and are not
 * there yet.
 */
export function registrableAt(reviewId: string, roundtableId: string): Prisma.PersonWhereInput {
  return {
    reviewId,
    erasedAt: null,
    leftAt: null,
    sameAsId: null,
    participants: { some: {}, none: { roundtableId } },
  };
}

/** Those of them who took part somewhere other than as a host. */
export function tookPartElsewhere(reviewId: string, roundtableId: string): Prisma.PersonWhereInput {
  return { AND: [registrableAt(reviewId, roundtableId), { participants: { some: { host: false } } }] };
}
