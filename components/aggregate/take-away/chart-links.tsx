import { PngButton } from "./png-button";

type Props = {
  review: string;
  chart: string;
  /** What the chart shows, as fields of its address. */
  fields: readonly [name: string, value: string][];
  words: string;
};

/** A chart as a file. A browser makes the PNG from the SVG; without scripts the SVG is there alone. */
export function ChartLinks({ review, chart, fields, words }: Props) {
  const query = new URLSearchParams([["chart", chart], ...fields]).toString();
  const href = `/reviews/${review}/dashboard/chart.svg?${query}`;
  return (
    <p className="flex flex-wrap gap-x-6 gap-y-1 print:hidden">
      <a href={href} download className="inline-block py-1">
        {`${words} (SVG)`}
      </a>
      <PngButton href={href} words={`${words} (PNG)`} />
    </p>
  );
}
