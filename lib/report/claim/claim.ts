import { fewerThan, hiddenHands, isSmall, isTooFew, SUPPRESSED } from "@/lib/aggregate/figures/small-number";

/** A contribution as far as it matters to a claim that cites it. */
export type CitedContribution = {
  id: string;
  /** Neither struck out nor erased, its speaker neither erased nor gone, and of no import being undone. */
  stands: boolean;
  /** A host's remark or the facilitator's own note is nobody's contribution. */
  participants: boolean;
  verbatim: boolean;
  /** The text that others may read, masks in place; null while nobody has cleared the contribution. */
  clearedText: string | null;
  /** What the speaker allows now; null where there is no identified speaker, or nothing is recorded. */
  permission: "verbatim" | "paraphrase" | "not_published" | null;
  identified: boolean;
  unidentified: boolean;
  hands: { raised: number; asked: number } | null;
};

/** Who stands behind a claim: distinct identified people out of those present, and contributions without one. */
export type ClaimFigure = {
  people: number;
  of: number;
  otherContributions: number;
  /** The room was seen to agree; that bears no number. */
  room: boolean;
  hands: { raised: number; asked: number } | null;
};

export type Claim = {
  id: string;
  findingId: string | null;
  supports: CitedContribution[];
  contradicts: CitedContribution[];
  figure: ClaimFigure;
};

/** What lib/aggregate counts behind a list of contributions. */
export type Behind = { people: number; of: number; unidentified: number };

/** The figure of a claim. A show of hands is a figure of its own and is given only where it stands alone. */
export function figureOf(
  supports: readonly CitedContribution[],
  { people, of, unidentified }: Behind,
): ClaimFigure {
  const standing = supports.filter(({ stands, participants }) => stands && participants);
  const [only] = standing;
  return {
    people,
    of,
    otherContributions: unidentified,
    room: standing.some((contribution) => !contribution.identified && !contribution.unidentified),
    hands: standing.length === 1 ? (only?.hands ?? null) : null,
  };
}

const contributions = (n: number) =>
  n === 1 ? "1 contribution with no known speaker" : `${n} contributions with no known speaker`;

/**
 * A claim's figure for facilitators: "13 of 20", "at least 13 of 20, and 4 contributions with no known
 * speaker".
 */
export function figureWords({ people, of, otherContributions, room, hands }: ClaimFigure): string {
  if (hands) return `${hands.raised} of ${hands.asked} raised their hands`;
  if (people === 0 && otherContributions > 0) return contributions(otherContributions);
  if (people === 0) return room ? "agreement seen in the room" : "no evidence yet";
  if (otherContributions > 0)
    return `at least ${people} of ${of} people, and ${contributions(otherContributions)}`;
  return `${people} of ${of} people`;
}

/** The short form alongside a sentence: "13 of 20". */
export function figureMark({ people, of, otherContributions, room, hands }: ClaimFigure): string {
  if (hands) return `${hands.raised} of ${hands.asked} hands`;
  if (people > 0) return `${people} of ${of}`;
  if (otherContributions > 0)
    return otherContributions === 1 ? "1 contribution" : `${otherContributions} contributions`;
  return room ? "in the room" : "no contributions";
}

/** A figure as it leaves the facilitators' view. */
export type PublicFigure = { mark: string; words: string; suppressed: boolean };

/** A small number is withheld; so is a denominator that small. */
export function publicFigure(figure: ClaimFigure, smallNumber: number): PublicFigure {
  const { people, of, hands } = figure;
  if (hands) {
    if (hiddenHands(hands.raised, hands.asked, smallNumber) !== "nothing")
      return withheld(smallNumber, "hands");
    return {
      mark: `${hands.raised} of ${hands.asked} hands`,
      words: `${hands.raised} of ${hands.asked} raised their hands`,
      suppressed: false,
    };
  }
  if (isSmall(people, smallNumber) || isSmall(of, smallNumber)) return withheld(smallNumber, "people");
  if (people === 0)
    return { mark: "in the room", words: "said in the room, speaker not known", suppressed: false };
  return { mark: `${people} of ${of}`, words: `${people} of ${of} people`, suppressed: false };
}

function withheld(smallNumber: number, what: "people" | "hands"): PublicFigure {
  return { mark: SUPPRESSED, words: `withheld: ${fewerThan(smallNumber, what)}`, suppressed: true };
}

/** Why a view may not be reported: nothing stands behind it, or what does is not cleared, or not permitted. */
export type NotReportable = "no evidence" | "not cleared" | "not permitted";

/**
 * A view may be reported when one of its contributions stands. A view of one or few people may be reported only
 * when one of their contributions is cleared and its speaker lets the words be used, if only in other words.
 * null where it may.
 */
export function reasonNotReportable(
  supports: readonly CitedContribution[],
  people: number,
  smallNumber: number,
): NotReportable | null {
  const standing = supports.filter(({ stands, participants }) => stands && participants);
  if (standing.length === 0) return "no evidence";
  if (!isTooFew(people, smallNumber)) return null;
  const permitted = standing.filter(
    ({ identified, permission }) => !identified || permission === "verbatim" || permission === "paraphrase",
  );
  if (permitted.length === 0) return "not permitted";
  return permitted.some(({ clearedText }) => clearedText !== null) ? null : "not cleared";
}

/** Whether a contribution's words may be printed as a quotation. */
export function mayBeQuoted(contribution: CitedContribution): boolean {
  return (
    contribution.stands &&
    contribution.participants &&
    contribution.identified &&
    contribution.verbatim &&
    contribution.clearedText !== null &&
    contribution.permission === "verbatim"
  );
}
