import { personKey } from "@/lib/capture/people/person-match";
import type { Attendee } from "./attendance";

/** Somebody of the review who is at other roundtables. */
export type KnownPerson = {
  personId: string;
  name: string;
  organisation: string | null;
  email: string | null;
  /** Where they have been: "P03 at Heads, Leeds". */
  places: string[];
};

/** Chosen for a row that is none of the people offered. */
export const NEW_PERSON = "new";

/** The form's field for which person a row is. */
export const personName = (line: number) => `person-${line}`;

export type Offer = {
  personId: string;
  label: string;
  /** The name is the same, and so is the address or, where no two addresses differ, the organisation. */
  likely: boolean;
};

/**
 * The people that a row of a list may be, the likeliest first. A name alone is offered and never preselected.
 */
export function offersFor({ name, email, organisation }: Attendee, known: readonly KnownPerson[]): Offer[] {
  const address = email?.toLowerCase() ?? null;
  const key = name === null ? "" : personKey(name);
  const offers = known.flatMap((person): Offer[] => {
    const sameAddress = address !== null && person.email?.toLowerCase() === address;
    const sameName = key !== "" && personKey(person.name) === key;
    if (!sameAddress && !sameName) return [];
    const place = personKey(organisation ?? "");
    const samePlace = place !== "" && personKey(person.organisation ?? "") === place;
    const otherAddress = address !== null && person.email !== null && !sameAddress;
    const likely = sameName && (sameAddress || (samePlace && !otherAddress));
    return [{ personId: person.personId, label: labelOf(person), likely }];
  });
  return offers.sort((one, other) => Number(other.likely) - Number(one.likely));
}

/** The person preselected for a row: the one likely person, if there is exactly one. */
export function likelyPerson(offers: readonly Offer[]): string | null {
  const [first, second] = offers.filter(({ likely }) => likely);
  return first && !second ? first.personId : null;
}

function labelOf({ name, organisation, places }: KnownPerson): string {
  return `${[name, organisation].filter(Boolean).join(", ")} (${places.join(", ")})`;
}
