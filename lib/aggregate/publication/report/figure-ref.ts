import { z } from "zod";
import { STANCE_ORDER, type Stance } from "@/lib/capture/contribution/stance";
import { intervalOf } from "../published-count";
import { PublishedFigureShape, type PublishedFigure } from "../shape/published-shape";
import {
  HandsShape,
  tableOf,
  type Release,
  type ReleasedHands,
  type ReleasedTable,
  type ReleasedTheme,
} from "../release-contents";

/**
 * Which figure of a release a number or a word of quantity in a report stands for. A reference is kept with the words as
 * text: "present", "roundtables", "theme:ID", "theme:ID:improvement", "share:ID:improvement" (of those who raised the
 * theme), "finding:ID:supports", "finding:ID:contradicts", "hands:CONTRIBUTION".
 */
export type FigureRef =
  | { of: "present" }
  | { of: "roundtables" }
  | { of: "theme"; id: string; stance: Stance | null }
  | { of: "share"; id: string; stance: Stance }
  | { of: "finding"; id: string; side: FindingSide }
  | { of: "hands"; id: string };

export type FindingSide = "supports" | "contradicts";

export function refText(ref: FigureRef): string {
  switch (ref.of) {
    case "theme":
      return ref.stance ? `theme:${ref.id}:${ref.stance}` : `theme:${ref.id}`;
    case "finding":
      return `finding:${ref.id}:${ref.side}`;
    case "share":
      return `share:${ref.id}:${ref.stance}`;
    case "hands":
      return `hands:${ref.id}`;
    default:
      return ref.of;
  }
}

/** null where the text is no reference. */
export function parseRef(text: string): FigureRef | null {
  const [of, id = "", part] = text.split(":");
  if ((of === "present" || of === "roundtables") && id === "") return { of };
  if (id === "") return null;
  if (of === "hands" && part === undefined) return { of, id };
  if (of === "finding" && (part === "supports" || part === "contradicts")) return { of, id, side: part };
  const stance = STANCE_ORDER.find((one) => one === part) ?? null;
  if (of === "share") return stance && { of, id, stance };
  return of === "theme" && (stance !== null || part === undefined) ? { of, id, stance } : null;
}

/**
 * What a release says of the roundtable, or of the review as a whole, that a report is about. Findings are counted for
 * the review alone: a roundtable has figures of themes and stances.
 */
export type ReportFigures = {
  release: { number: number; createdAt: Date };
  table: ReleasedTable;
  findings: Release["findings"];
  breakdowns: Release["breakdowns"];
  /** Shows of hands within the scope, by contribution; exact, because they were public in the room. */
  hands: ReadonlyMap<string, ReleasedHands>;
  threshold: number;
};

/** null where the release has no table for the scope: it does not cover the roundtable, or shows it with others alone. */
export function reportFigures(
  release: Release,
  scope: { roundtableSlug: string | null; threshold: number },
  hands: ReportFigures["hands"],
): ReportFigures | null {
  const table = tableOf(release, scope.roundtableSlug);
  if (!table) return null;
  const whole = scope.roundtableSlug === null;
  return {
    release: { number: release.number, createdAt: release.createdAt },
    table,
    findings: whole ? release.findings : [],
    breakdowns: whole ? release.breakdowns : [],
    hands,
    threshold: scope.threshold,
  };
}

/** A figure that a report may tell. */
export const ToldFigureShape = z.discriminatedUnion("is", [
  z.object({ is: z.literal("people"), figure: PublishedFigureShape }),
  /** More than half of those who raised the theme, whatever counts the figures stand for. */
  z.object({ is: z.literal("most of them") }),
  z.object({ is: z.literal("exact"), n: z.int().nonnegative() }),
  z.object({ is: z.literal("hands"), hands: HandsShape }),
]);
export type ToldFigure = z.infer<typeof ToldFigureShape>;

/** null where the release does not say it, or holds it back. */
export function figureFor(ref: FigureRef, figures: ReportFigures): ToldFigure | null {
  switch (ref.of) {
    case "present":
      return { is: "exact", n: figures.table.present };
    case "roundtables":
      return { is: "exact", n: figures.table.roundtables };
    case "hands": {
      const hands = figures.hands.get(ref.id);
      return hands && hands.asked >= figures.threshold ? { is: "hands", hands } : null;
    }
    case "share": {
      const theme = figures.table.themes.find(({ id }) => id === ref.id);
      return theme && isMostly(theme, ref.stance) ? { is: "most of them" } : null;
    }
    case "theme": {
      const theme = figures.table.themes.find(({ id }) => id === ref.id);
      const figure = ref.stance ? theme?.stances[ref.stance] : theme?.people;
      return people(figure);
    }
    case "finding":
      return people(figures.findings.find(({ id }) => id === ref.id)?.[ref.side]);
  }
}

/** Whether more than half of those who raised the theme took the stance, whatever counts the figures stand for. */
export function isMostly({ people, stances }: ReleasedTheme, stance: Stance): boolean {
  return intervalOf(stances[stance]).low * 2 > intervalOf(people).high;
}

function people(figure: PublishedFigure | undefined): ToldFigure | null {
  return figure && figure.count.is !== "held back" ? { is: "people", figure } : null;
}
