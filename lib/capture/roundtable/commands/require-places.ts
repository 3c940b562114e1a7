import type { Tx } from "@/lib/platform/db";
import { invalid } from "@/lib/platform/errors";

type Places = {
  source: string;
  participantId?: string | null;
  questionId?: string | null;
  tableId?: string | null;
  goRoundId?: string | null;
  /** When it was said: words of somebody who left later are still theirs. */
  saidAt?: Date | string | null;
  /** The contribution's present speaker, who may have left since. */
  already?: string | null;
};

/**
 * Refuses a speaker, a question, a table or a go-round of another roundtable, and a host's words put down to a
 * participant. The speaker's person is held until the end of the transaction.
 */
export async function requirePlaces(
  tx: Tx,
  roundtableId: string,
  { source, participantId, questionId, tableId, goRoundId, saidAt, already }: Places,
): Promise<void> {
  if (participantId) {
    await holdSpeaker(tx, participantId);
    const speaker = await tx.participant.findFirst({
      where: { id: participantId, roundtableId },
      select: { host: true, person: { select: { erasedAt: true, leftAt: true } } },
    });
    if (!speaker) throw invalid("Choose somebody at this roundtable.", "source");
    if (speaker.person.erasedAt)
      throw invalid("This person's words were erased at their request. Choose somebody else.", "source");
    const { leftAt } = speaker.person;
    if (leftAt && participantId !== already && new Date(saidAt ?? Date.now()) >= leftAt)
      throw invalid("This person left the review, so you cannot log anything as theirs.", "source");
    if (speaker.host !== (source === "host"))
      throw invalid("The speaker does not match the kind of contribution. Choose again.", "source");
  }
  if (questionId && (await tx.question.count({ where: { id: questionId, roundtableId } })) === 0)
    throw invalid("Choose a question of this roundtable.", "questionId");
  if (tableId && (await tx.breakoutTable.count({ where: { id: tableId, roundtableId } })) === 0)
    throw invalid("Choose a table of this roundtable.", "tableId");
  if (goRoundId && (await tx.goRound.count({ where: { id: goRoundId, roundtableId } })) === 0)
    throw invalid("Choose a go-round of this roundtable.", "goRoundId");
}

/**
 * Prevents an erasure of the speaker before the end of this transaction, and waits for one that is running:
 * otherwise words could be stored after it.
 */
export async function holdSpeaker(tx: Tx, participantId: string): Promise<void> {
  await tx.$queryRaw`
    SELECT o.id FROM participant p JOIN person o ON o.id = p.person_id
    WHERE p.id = ${participantId}::uuid FOR KEY SHARE OF o`;
}

/** The same for everybody at a roundtable, before contributions of many of them are stored. */
export async function holdSpeakers(tx: Tx, roundtableId: string): Promise<void> {
  await tx.$queryRaw`
    SELECT o.id FROM participant p JOIN person o ON o.id = p.person_id
    WHERE p.roundtable_id = ${roundtableId}::uuid ORDER BY o.id FOR KEY SHARE OF o`;
}
