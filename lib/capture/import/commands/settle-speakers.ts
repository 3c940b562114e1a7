import type { Viewer } from "@/lib/access/policy";
import { command } from "@/lib/platform/command";
import { invalid } from "@/lib/platform/errors";
import type { SpeakersInput } from "../import";
import { columnPlan, SPEAKER_CHOICES, speakerPlan, type SpeakerPlan } from "../plan";
import { findChosen } from "./find-import";

/** Sets what becomes of each speaker's contributions. */
export const settleSpeakers = command(async (tx, viewer: Viewer, input: SpeakersInput) => {
  const found = await findChosen(tx, viewer, input.importId, input.basedOn);
  if (!columnPlan(found.mapping).settled) throw invalid("First say what the columns contain.");
  const plan = speakerPlan(found.speakers);
  const list = plan.list.map((speaker, index) => ({
    ...speaker,
    as: input.entries[String(index)] ?? (isOpen(speaker.as) ? (input.rest ?? speaker.as) : speaker.as),
  }));
  const people = new Set(list.map(({ as }) => as).filter((as) => !isOpen(as)));
  const there = await tx.participant.findMany({
    where: { roundtableId: found.roundtableId, person: { erasedAt: null } },
    select: { id: true },
  });
  const known = new Set(there.map(({ id }) => id));
  for (const [index, { as }] of list.entries())
    if (people.has(as) && !known.has(as)) throw invalid("Choose somebody from the list", `speaker-${index}`);
  const settled: SpeakerPlan = { ...plan, list, settled: true };
  await tx.import.update({ where: { id: found.id }, data: { speakers: settled }, select: { id: true } });
  return { importId: found.id };
});

/** A choice that names no participant. */
function isOpen(as: string): boolean {
  return SPEAKER_CHOICES.some((choice) => choice === as);
}
