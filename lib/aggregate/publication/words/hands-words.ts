import { formatDate } from "@/lib/platform/text/dates";
import type { NamedHands } from "./named-hands";
import type { ReleasedHands } from "../release-contents";
import { asSentence, handsAbout } from "./clause";

/**
 * A show of hands was public in the room, so that it is exact: "In a show of hands (Leeds, 14 May 2026), 14 of the 20 people
 * asked were in favour of more time." Without cleared words it only says under which theme.
 */
export function handsSentence(
  { raised, asked }: ReleasedHands,
  named: Pick<NamedHands, "text" | "place"> | null,
): string {
  const who = `${raised} of the ${asked} people asked`;
  if (!named) return `In a show of hands on one point under this theme, ${who} raised their hands.`;
  const { text, place } = named;
  const where = place ? ` (${place.title}, ${formatDate(place.heldOn)})` : "";
  const about = handsAbout(text);
  const did = about.startsWith("for ")
    ? `were in favour of ${about.slice("for ".length)}`
    : `raised their hands ${about}`;
  return asSentence(`In a show of hands${where}, ${who} ${did}`);
}

/** What a show of hands leaves open, said once below those of a theme. */
export const HANDS_NOTE = "Hands are counted separately. They do not say how many people raised the theme.";

/** The shows of hands about each finding in sentences, by its id; findings without any are left out. */
export function handsOfFindings(told: readonly { named: NamedHands }[]): Map<string, string[]> {
  const sentences = new Map<string, string[]>();
  for (const { named } of told)
    for (const id of named.findingIds)
      sentences.set(id, [...(sentences.get(id) ?? []), handsSentence(named, named)]);
  return sentences;
}
