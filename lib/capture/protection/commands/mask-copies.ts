import { contributionsDue, peopleDue } from "../queries/due";
import { heldPeople } from "../queries/holds";
import { readSaid, readSought } from "../queries/sought";
import { MARKS } from "../trace";
import { maskText, type Clients } from "./mask-text";

/**
 * Removes what other people's texts repeat of the words, and give of the names, that a roundtable loses because its
 * personal data is no longer kept. Nobody is there to decide, so what would be proposed is removed. It comes before
 * the words themselves go: if it is interrupted, it can be done again. Returns how many texts lost something.
 */
export async function maskCopies(
  clients: Clients,
  { id: roundtableId, reviewId }: { id: string; reviewId: string },
): Promise<number> {
  const { read } = clients;
  const held = await heldPeople(read, reviewId);
  if (held === null) return 0;
  const contributions = await read.contribution.findMany({
    where: contributionsDue(roundtableId, held),
    select: { id: true },
  });
  const personIds = await peopleDue(read, roundtableId, held);
  if (contributions.length === 0 && personIds.length === 0) return 0;
  const participants = await read.participant.findMany({
    where: { reviewId, OR: [{ roundtableId }, { personId: { in: [...held, ...personIds] } }] },
    select: { id: true, personId: true, person: { select: { userId: true } } },
  });
  const going = participants.filter(({ personId }) => !held.includes(personId));
  const whose = {
    reviewId,
    contributionIds: contributions.map(({ id }) => id),
    participantIds: going.map(({ id }) => id),
    userIds: [],
    keptIds: participants.filter(({ personId }) => held.includes(personId)).map(({ id }) => id),
  };
  const userIds = going.flatMap(({ personId, person }) =>
    personIds.includes(personId) ? (person.userId ?? []) : [],
  );
  const sought = await readSought(read, whose, { ...whose, userIds, personIds }, await readSaid(read, whose));
  const { masked } = await maskText(clients, { whose, sought, marks: MARKS.retention, choice: null });
  return masked;
}
