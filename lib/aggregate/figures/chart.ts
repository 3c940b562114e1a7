import { scaleLinear } from "d3-scale";
import { SEGMENT_ORDER, type Segment, type ThemeFigures, type ThemeTable } from "./figures";

/** A piece of a bar, in hundredths of the full width. */
export type Piece = { part: Segment; x: number; width: number };
export type Bar = { themeId: string; pieces: Piece[] };

/** A stacked bar for each theme, on one scale: the full width stands for everybody present. */
export function stackedBars({ people, themes }: Pick<ThemeTable, "people" | "themes">): Bar[] {
  const scale = scaleLinear()
    .domain([0, Math.max(1, people.value)])
    .range([0, 100]);
  return themes.map((theme) => ({ themeId: theme.id, pieces: piecesOf(theme, scale) }));
}

function piecesOf({ segments }: ThemeFigures, scale: (people: number) => number): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const part of SEGMENT_ORDER) {
    const { value } = segments[part].people;
    if (value > 0) pieces.push({ part, x: scale(from), width: scale(value) });
    from += value;
  }
  return pieces;
}
