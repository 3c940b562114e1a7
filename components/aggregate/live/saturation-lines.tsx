import type { SaturationChart } from "@/lib/aggregate/live/saturation-chart";

type Props = { chart: SaturationChart; width: number; height: number; words: string };

const pointsOf = (points: SaturationChart["inOrder"]) =>
  points.map((point) => point.map((value) => value.toFixed(1)).join(",")).join(" ");

/** How many themes had been raised after each person; `words` is its text alternative. */
export function SaturationLines({ chart, width, height, words }: Props) {
  const lines = [
    ["least", chart.least, "stroke-mixed", "6 4"],
    ["most", chart.most, "stroke-mixed", "6 4"],
    ["median", chart.median, "stroke-series-2", "2 4"],
    ["order", chart.inOrder, "stroke-series-1", undefined],
  ] as const;
  return (
    <svg
      role="img"
      aria-label={words}
      viewBox={`-4 -4 ${width + 8} ${height + 8}`}
      className="block h-auto w-full max-w-measure"
    >
      <polyline points={`0,0 0,${height} ${width},${height}`} className="fill-none stroke-line" />
      {lines.map(([name, points, colour, dashes]) => (
        <polyline
          key={name}
          points={pointsOf(points)}
          strokeWidth={2}
          strokeDasharray={dashes}
          className={`fill-none ${colour} forced-colors:stroke-[CanvasText]`}
        />
      ))}
    </svg>
  );
}
