import type { ComparedTheme } from "@/lib/aggregate/live/comparison";
import { pairedBars } from "@/lib/aggregate/live/paired-bars";

const HEIGHT = 8;

/** Two bars over each other, each out of its own group; the numbers beside them say the same. */
export function PairedBars({ row }: { row: ComparedTheme }) {
  const [first, second] = pairedBars(row);
  return (
    <svg aria-hidden width="100%" height={HEIGHT * 2 + 3} className="block min-w-24">
      <Bar y={0} width={first} className="fill-series-1" />
      <Bar y={HEIGHT + 3} width={second} className="fill-series-2" />
    </svg>
  );
}

function Bar({ y, width, className }: { y: number; width: number; className: string }) {
  return (
    <>
      <rect
        y={y}
        width="100%"
        height={HEIGHT}
        className="fill-track forced-colors:fill-[Canvas] forced-colors:stroke-[CanvasText]"
      />
      <rect
        y={y}
        width={`${width}%`}
        height={HEIGHT}
        className={`${className} forced-colors:fill-[CanvasText]`}
      />
    </>
  );
}
