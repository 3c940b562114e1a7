import { isTooFew } from "@/lib/aggregate/figures/small-number";
import type { FigureRef, FindingSide, ToldFigure } from "@/lib/aggregate/publication/report/figure-ref";
import type { Stance } from "@/lib/capture/contribution/stance";

/** The parts of a contribution that a claim citing it needs. */
export type CitedContribution = {
  id: string;
  /**
   * Not struck out or erased, its speaker not erased or withdrawn, and not part of an import that is being
   * undone.
   */
  stands: boolean;
  /** Whether participants said it: a host's remark or a facilitator's note does not count. */
  participants: boolean;
  verbatim: boolean;
  /** The text that others may read, with masks; null until somebody has cleared the contribution. */
  clearedText: string | null;
  /** The speaker's permission now; null without an identified speaker, or where none is recorded. */
  permission: "verbatim" | "paraphrase" | "not_published" | null;
  identified: boolean;
  unidentified: boolean;
  hands: { raised: number; asked: number } | null;
};

/**
 * Who is behind a claim: distinct identified people out of those present, and contributions without a
 * speaker.
 */
export type ClaimFigure = {
  people: number;
  of: number;
  otherContributions: number;
  /** The group was seen to agree, without a count. */
  room: boolean;
  hands: { raised: number; asked: number } | null;
};

/** What a claim tells: one side of a finding, a theme as a whole, or contributions that its author chose. */
export type Told = {
  findingId: string | null;
  side: FindingSide;
  themeId: string | null;
  /** null: whatever the stance. */
  stance: Stance | null;
};

export type Claim = Told & {
  id: string;
  /** Where the finding that it tells stands; undefined for a claim that the editor has just made. */
  finding?: { themeId: string; stance: Stance } | null;
  supports: CitedContribution[];
  contradicts: CitedContribution[];
  /** Exact and live, for facilitators alone. */
  figure: ClaimFigure;
  /** What the report's release says of it; null where it says nothing. */
  told: ToldFigure | null;
};

/** The figure of a release that a claim may be told with; null where it only cites contributions. */
export function refOf(
  told: Told,
  supports: readonly Pick<CitedContribution, "id" | "hands">[],
): FigureRef | null {
  if (told.findingId) return { of: "finding", id: told.findingId, side: told.side };
  if (told.themeId) return { of: "theme", id: told.themeId, stance: told.stance };
  const [only] = supports;
  return supports.length === 1 && only?.hands ? { of: "hands", id: only.id } : null;
}

/** What lib/aggregate counts behind a list of contributions. */
export type Behind = { people: number; of: number; unidentified: number };

/** The figure of a claim. A show of hands is a separate figure, given only where it is the only evidence. */
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

/** Why a view may not be reported: nothing supports it, or its evidence is not cleared or not permitted. */
export type NotReportable = "no evidence" | "not cleared" | "not permitted";

/**
 * Whether a view may be reported. It may when one of its contributions still counts. A view of one or few
 * people also needs a contribution that is cleared and whose speaker permits its use, at least as a
 * paraphrase. Null where it may.
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

/** Whether a contribution's words may be published as a quotation. */
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
