import type { Source } from "@/lib/capture/roundtable/source";

/** A form's value for source and speaker, as the form of a contribution reads it. */
export function sourceAnswer({
  source,
  participantId,
}: {
  source: Source;
  participantId: string | null;
}): string {
  return participantId === null ? source : `${source}:${participantId}`;
}
