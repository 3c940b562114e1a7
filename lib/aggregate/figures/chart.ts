import { SEGMENT_ORDER, type Segment, type ThemeFigures, type ThemeTable } from "./figures";

/** A piece of a bar, in hundredths of the full width. */
export type Piece = { part: Segment; x: number; width: number };
export type Bar = { themeId: string; pieces: Piece[] };

/** A stacked bar for each theme, on one scale: the full width stands for everybody present. */
export function stackedBars({ people, themes }: Pick<ThemeTable, "people" | "themes">): Bar[] {
  return themes.map((theme) => ({
    themeId: theme.id,
    pieces: stackedPieces(segmentCounts(theme), people.value),
  }));
}

/** People by all that they said under the theme, in SEGMENT_ORDER. */
export function segmentCounts({ segments }: ThemeFigures): number[] {
  return SEGMENT_ORDER.map((part) => segments[part].people.value);
}

/** The pieces that so many people in each segment make, out of those present. */
export function stackedPieces(counts: readonly number[], present: number): Piece[] {
  const hundredths = 100 / Math.max(1, present);
  const pieces: Piece[] = [];
  let from = 0;
  for (const [at, part] of SEGMENT_ORDER.entries()) {
    const people = counts[at] ?? 0;
    if (people > 0) pieces.push({ part, x: from * hundredths, width: people * hundredths });
    from += people;
  }
  return pieces;
}
