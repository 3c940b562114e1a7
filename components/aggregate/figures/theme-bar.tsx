import type { Bar, Piece } from "@/lib/aggregate/figures/chart";
import { SEGMENT_WORDS } from "@/lib/aggregate/figures/figure-words";
import { SUPPRESSED } from "@/lib/aggregate/figures/small-number";
import { SEGMENT_COLOURS } from "./segment-colours";

/** Narrower pieces, in hundredths of the width, have no room for their sign. */
const MIN_WIDTH = 6;
const HEIGHT = 22;

/** One theme's people as a stacked bar; `words` is its text alternative. */
export function ThemeBar({ bar, words }: { bar: Bar; words: string }) {
  const hatch = `withheld-${bar.themeId}`;
  return (
    <svg role="img" aria-label={words} width="100%" height={HEIGHT} className="block">
      <defs>
        <pattern id={hatch} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="8" height="8" className="fill-track" />
          <rect width="4" height="8" className="fill-hatch" />
        </pattern>
      </defs>
      <rect
        width="100%"
        height={HEIGHT}
        className="fill-track forced-colors:fill-[Canvas] forced-colors:stroke-[CanvasText]"
      />
      {bar.pieces.map((piece) => (
        <PieceOf key={piece.part} piece={piece} hatch={hatch} />
      ))}
    </svg>
  );
}

function PieceOf({ piece: { part, x, width }, hatch }: { piece: Piece; hatch: string }) {
  const withheld = part === "withheld";
  const sign = withheld ? SUPPRESSED : SEGMENT_WORDS[part].sign;
  return (
    <>
      <rect
        x={`${x}%`}
        width={`${width}%`}
        height={HEIGHT}
        fill={withheld ? `url(#${hatch})` : undefined}
        className={`stroke-paper ${withheld ? "" : `${SEGMENT_COLOURS[part].fill} forced-colors:fill-[Canvas]`} forced-colors:stroke-[CanvasText]`}
      />
      {width >= MIN_WIDTH && (
        <text
          x={`${x + width / 2}%`}
          y={HEIGHT / 2}
          textAnchor="middle"
          dominantBaseline="central"
          className={`text-sm font-bold ${withheld ? "fill-ink" : "fill-paper"} forced-colors:fill-[CanvasText]`}
        >
          {sign}
        </text>
      )}
    </>
  );
}
