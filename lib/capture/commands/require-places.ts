import type { Tx } from "@/lib/platform/db";
import { invalid } from "@/lib/platform/errors";

type Places = { source: string; participantId?: string | null; questionId?: string | null };

/** Refuses a speaker or a question of another roundtable, and a host's words put down to a participant. */
export async function requirePlaces(
  tx: Tx,
  roundtableId: string,
  { source, participantId, questionId }: Places,
): Promise<void> {
  if (participantId) {
    const speaker = await tx.participant.findFirst({
      where: { id: participantId, roundtableId },
      select: { host: true, person: { select: { erasedAt: true } } },
    });
    if (!speaker) throw invalid("Choose who said it among those at this roundtable.", "source");
    if (speaker.person.erasedAt)
      throw invalid("This person's words were erased at their request. Choose somebody else.", "source");
    if (speaker.host !== (source === "host"))
      throw invalid("A host's words are a host's, a participant's a participant's. Choose again.", "source");
  }
  if (questionId && (await tx.question.count({ where: { id: questionId, roundtableId } })) === 0)
    throw invalid("Choose a question of this roundtable.", "questionId");
}
