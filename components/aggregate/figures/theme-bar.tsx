import type { Piece } from "@/lib/aggregate/figures/chart";
import { SEGMENT_WORDS } from "@/lib/aggregate/figures/figure-words";
import { SEGMENT_COLOURS } from "./segment-colours";

/** Narrower pieces, in hundredths of the width, have no room for their sign. */
const MIN_WIDTH = 6;

type Props = { pieces: readonly Piece[]; words: string };

/** One theme's people as a stacked bar; `words` is its text alternative. The table around it styles and sizes its shapes. */
export function ThemeBar({ pieces, words }: Props) {
  return (
    <svg role="img" aria-label={words}>
      <rect />
      {pieces.map((piece) => (
        <PieceOf key={piece.part} piece={piece} />
      ))}
    </svg>
  );
}

function PieceOf({ piece: { part, x, width } }: { piece: Piece }) {
  return (
    <>
      <rect x={percent(x)} width={percent(width)} className={SEGMENT_COLOURS[part].fill} />
      {width >= MIN_WIDTH && <text x={percent(x + width / 2)}>{SEGMENT_WORDS[part].sign}</text>}
    </>
  );
}

/** To a thousandth of a hundredth: finer than a pixel of any screen. */
const percent = (value: number) => `${Math.round(value * 1000) / 1000}%`;
