import {
  figureFor,
  type FigureRef,
  refText,
  type ReportFigures,
} from "@/lib/aggregate/publication/report/figure-ref";
import { countInTable } from "@/lib/aggregate/publication/words/published-words";
import { refOf, type Claim } from "@/lib/report/claim/claim";
import { blockOf } from "@/lib/report/draft/block";
import type { Mark } from "@/lib/report/draft/content/block-content";
import type { CheckedBlock } from "@/lib/report/check/checks";
import type { Counted } from "../statements";
import type { Wish, Wording } from "./random-reports";

export const THEME = "theme";

/** One sentence of a report: its block, and the claim that it makes. */
export type Written = { block: CheckedBlock; claim: Claim };

type Counting = { figures: ReportFigures; people: (wish: Wish) => number };

/**
 * What an author writes for the wish, cited and bound to the release as the editor does it. Nothing where it would only say
 * that somebody raised the theme, which no release tells.
 */
export function write(wish: Wish, at: number, { figures, people }: Counting): Written | null {
  const id = `claim ${at}`;
  const supports = people(wish) > 0 ? [CLEARED] : [];
  const told = "side" in wish ? toldOfSide(wish.side) : toldOfTheme(wish.counted);
  const ref = refOf(told, supports);
  const claim: Claim = {
    ...told,
    id,
    supports,
    contradicts: [],
    figure: {
      people: people(wish),
      of: figures.table.present,
      otherContributions: 0,
      room: false,
      hands: null,
    },
    told: ref && figureFor(ref, figures),
  };
  if ("counted" in wish && whoWords(wish.wording, claim).words === SOMEBODY) return null;
  const own: Mark = { type: "claim", attrs: { id } };
  const { words, released } = whoWords(wish.wording, claim);
  const figure: Mark[] =
    released && ref ? [{ type: "figure", attrs: { ref: refText(ref satisfies FigureRef) } }] : [];
  const content = blockOf("paragraph", [
    { text: words, marks: [own, ...figure] },
    { text: predicate(wish, words), marks: [own] },
  ]);
  return { claim, block: { id, section: "strengths", type: "paragraph", content, erasedAt: null } };
}

/** Cleared, and permitted to be used: otherwise a view of few may not be told at all. */
const CLEARED = {
  id: "contribution",
  stands: true,
  participants: true,
  verbatim: false,
  clearedText: "Words.",
  permission: "paraphrase" as const,
  identified: true,
  unidentified: false,
  hands: null,
};

function toldOfSide(side: string) {
  const [findingId = side, name] = side.split(" ");
  const part = name === "against" ? ("contradicts" as const) : ("supports" as const);
  return { findingId, side: part, themeId: null, stance: null };
}

function toldOfTheme(counted: Counted) {
  return {
    findingId: null,
    side: "supports" as const,
    themeId: THEME,
    stance: counted === "people" ? null : counted,
  };
}

const SOMEBODY = "It was";

/** Where the release does not say how many, an author who wants its figure can only say that somebody said it. */
function whoWords(
  wording: Wording,
  { told, figure: { people, of } }: Claim,
): { words: string; released?: true } {
  switch (wording) {
    case "one":
      return { words: "One participant" };
    case "a few":
      return { words: "A few participants" };
    case "exactly":
      return { words: `${people} of ${of} participants` };
    case "as released": {
      if (told?.is !== "people") return { words: SOMEBODY };
      if (told.figure.count.is === "none") return { words: "Nobody", released: true };
      const number = countInTable(told.figure);
      return {
        words: `${number.slice(0, 1).toUpperCase()}${number.slice(1)} of ${told.figure.of}`,
        released: true,
      };
    }
    case "somebody":
      return { words: SOMEBODY };
  }
}

function predicate(wish: Wish, words: string): string {
  const who = / of \d+$/.test(words) ? " participants" : "";
  if ("side" in wish) return `${who} said that view ${wish.side} holds.`;
  return `${who} said something under the theme, counted as ${wish.counted}.`;
}
