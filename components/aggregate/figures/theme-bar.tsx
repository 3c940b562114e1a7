import type { Bar, Piece } from "@/lib/aggregate/figures/chart";
import { SEGMENT_WORDS } from "@/lib/aggregate/figures/figure-words";
import { SEGMENT_COLOURS } from "./segment-colours";

/** Narrower pieces, in hundredths of the width, have no room for their sign. */
const MIN_WIDTH = 6;
const HEIGHT = 22;

/** One theme's people as a stacked bar; `words` is its text alternative. */
export function ThemeBar({ bar, words }: { bar: Bar; words: string }) {
  return (
    <svg role="img" aria-label={words} width="100%" height={HEIGHT} className="block">
      <rect
        width="100%"
        height={HEIGHT}
        className="fill-track forced-colors:fill-[Canvas] forced-colors:stroke-[CanvasText]"
      />
      {bar.pieces.map((piece) => (
        <PieceOf key={piece.part} piece={piece} />
      ))}
    </svg>
  );
}

function PieceOf({ piece: { part, x, width } }: { piece: Piece }) {
  return (
    <>
      <rect
        x={`${x}%`}
        width={`${width}%`}
        height={HEIGHT}
        className={`stroke-paper ${SEGMENT_COLOURS[part].fill} forced-colors:fill-[Canvas] forced-colors:stroke-[CanvasText]`}
      />
      {width >= MIN_WIDTH && (
        <text
          x={`${x + width / 2}%`}
          y={HEIGHT / 2}
          textAnchor="middle"
          dominantBaseline="central"
          className="fill-paper text-sm font-bold forced-colors:fill-[CanvasText]"
        >
          {SEGMENT_WORDS[part].sign}
        </text>
      )}
    </>
  );
}
