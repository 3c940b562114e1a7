import { handsSentence } from "./hands-words";
import type { NamedHands } from "./named-hands";

/** The shows of hands about each finding in sentences, by its id; findings without any are left out. */
export function handsOfFindings(told: readonly { named: NamedHands }[]): Map<string, string[]> {
  const sentences = new Map<string, string[]>();
  for (const { named } of told)
    for (const id of named.findingIds)
      sentences.set(id, [...(sentences.get(id) ?? []), handsSentence(named, named)]);
  return sentences;
}
