import type { Tx } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import { samePeople } from "./erasure-scope";

/** The contributions of a roundtable whose words go: all that still have them, but for those of people under a hold. */
export function contributionsDue(
  roundtableId: string,
  held: readonly string[],
): Prisma.ContributionWhereInput {
  return {
    roundtableId,
    erasedAt: null,
    OR: [{ participantId: null }, { participant: { personId: { notIn: [...held] } } }],
  };
}

/** The people whose names go with a roundtable: they are not under a hold, and at no other whose data is kept. */
export async function peopleDue(tx: Tx, roundtableId: string, held: readonly string[]): Promise<string[]> {
  const going = await tx.person.findMany({
    where: {
      participants: { some: { roundtableId } },
      id: { notIn: [...held] },
      ...nowhereElse(roundtableId),
    },
    select: { id: true },
  });
  const everybody = new Set<string>();
  // A person who was matched to another has no roundtables left, but still a name.
  for (const { id } of going) for (const same of await samePeople(tx, id)) everybody.add(same);
  const people = await tx.identity.findMany({
    where: { personId: { in: [...everybody] } },
    select: { personId: true },
  });
  return people.map(({ personId }) => personId);
}

/** People at no other roundtable whose data is still kept. */
function nowhereElse(roundtableId: string): Prisma.PersonWhereInput {
  return {
    participants: {
      none: {
        roundtableId: { not: roundtableId },
        roundtable: { notices: { none: { deletedAt: { not: null } } } },
      },
    },
  };
}
