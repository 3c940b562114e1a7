import { scaleLinear } from "d3-scale";
import { SEGMENT_ORDER, type Segment, type ThemeFigures, type ThemeTable } from "./figures";

/** A piece of a bar, in hundredths of the full width. */
export type Piece = { part: Segment | "withheld"; x: number; width: number };
export type Bar = { themeId: string; pieces: Piece[] };

/**
 * A stacked bar for each theme, on one scale: the full width stands for everybody present or, where that is
 * suppressed, for the most people who raised any theme. Withheld segments become one piece at the end, as
 * wide as the rest of the shown total. A withheld total covers the full width.
 */
export function stackedBars({ people, themes }: Pick<ThemeTable, "people" | "themes">): Bar[] {
  const most = Math.max(1, people.value ?? 0, ...themes.map((theme) => theme.people.value ?? 0));
  const scale = scaleLinear().domain([0, most]).range([0, 100]);
  return themes.map((theme) => ({ themeId: theme.id, pieces: piecesOf(theme, scale) }));
}

function piecesOf({ people, segments }: ThemeFigures, scale: (people: number) => number): Piece[] {
  if (people.value === null) return [{ part: "withheld", x: 0, width: 100 }];
  const pieces: Piece[] = [];
  let from = 0;
  for (const part of SEGMENT_ORDER) {
    const value = segments[part].people.value ?? 0;
    if (value > 0) pieces.push({ part, x: scale(from), width: scale(value) });
    from += value;
  }
  if (people.value > from)
    pieces.push({ part: "withheld", x: scale(from), width: scale(people.value - from) });
  return pieces;
}
