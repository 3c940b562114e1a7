import { z } from "zod";
import { requireCan, type Viewer } from "@/lib/access/policy";
import { noteNames } from "@/lib/access/reading";
import { visibleIdentities, visiblePeople, visibleReviews } from "@/lib/access/scope";
import { transaction, type Tx } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { MATCH_DECISIONS, type MatchedPerson } from "../person";
import { pairKey, possibleMatches, type PossibleMatch } from "../person-match";

type Matches = {
  possible: PossibleMatch[];
  /** Decided to be two people: not asked about again, unless somebody changes the decision. */
  differentPeople: PossibleMatch[];
  matched: MatchedPerson[];
};

/** Pairs of people who may be one, and earlier decisions. It shows names, and records that they were read. */
export async function listMatches(viewer: Viewer, reviewId: string): Promise<Matches> {
  return transaction(async (tx) => {
    const review = await tx.review.findFirst({
      where: { AND: [{ id: reviewId }, visibleReviews(viewer)] },
      select: { id: true },
    });
    if (!review) throw notFound("review");
    requireCan(viewer, "person.match", { reviewId });
    requireCan(viewer, "identity.read", { reviewId });
    await noteNames(viewer, { reviewId, subjectType: "review", subjectId: reviewId }, tx);
    const pairs = possibleMatches(await readPeople(tx, viewer, reviewId));
    const decided = await readDifferentPeople(tx, reviewId);
    const isDecided = ({ people: [one, other] }: PossibleMatch) => decided.has(pairKey(one.id, other.id));
    return {
      possible: pairs.filter((pair) => !isDecided(pair)),
      differentPeople: pairs.filter(isDecided),
      matched: await readMatched(tx, viewer, reviewId),
    };
  });
}

async function readPeople(tx: Tx, viewer: Viewer, reviewId: string) {
  const rows = await tx.identity.findMany({
    where: { AND: [{ person: { reviewId, erasedAt: null, sameAsId: null } }, visibleIdentities(viewer)] },
    orderBy: { personId: "asc" },
    select: {
      personId: true,
      name: true,
      organisation: true,
      email: true,
      person: {
        select: {
          participants: {
            select: { id: true, label: true, roundtableId: true, roundtable: { select: { title: true } } },
          },
        },
      },
    },
  });
  return rows.map(({ personId, person, ...identity }) => ({
    id: personId,
    ...identity,
    places: person.participants.map(({ id, roundtable, ...place }) => ({
      participantId: id,
      ...place,
      roundtable: roundtable.title,
    })),
  }));
}

const Other = z.object({ otherId: z.uuid() });

/** Pairs that a facilitator decided are two people, or separated again. */
async function readDifferentPeople(tx: Tx, reviewId: string): Promise<Set<string>> {
  const entries = await tx.auditEntry.findMany({
    where: { reviewId, action: { in: [MATCH_DECISIONS.other, MATCH_DECISIONS.separated] } },
    select: { subjectId: true, detail: true },
  });
  return new Set(
    entries.flatMap(({ subjectId, detail }) => {
      const other = Other.safeParse(detail);
      return subjectId && other.success ? [pairKey(subjectId, other.data.otherId)] : [];
    }),
  );
}

async function readMatched(tx: Tx, viewer: Viewer, reviewId: string): Promise<MatchedPerson[]> {
  const rows = await tx.person.findMany({
    where: { AND: [{ reviewId, erasedAt: null, sameAsId: { not: null } }, visiblePeople(viewer)] },
    orderBy: { createdAt: "asc" },
    select: {
      id: true,
      identity: { select: { name: true } },
      sameAs: {
        select: {
          identity: { select: { name: true } },
          participants: { select: { roundtable: { select: { title: true } } } },
        },
      },
    },
  });
  return rows.map(({ id, identity, sameAs }) => ({
    id,
    name: identity?.name ?? null,
    as: sameAs?.identity?.name ?? null,
    roundtables: sameAs?.participants.map(({ roundtable }) => roundtable.title) ?? [],
  }));
}
