/** Two bars over each other, each out of its own group; the numbers beside them say the same. The style sheet draws them. */
export function PairedBars({
  widths: [first, second],
}: {
  widths: readonly [first: number, second: number];
}) {
  return (
    <svg aria-hidden className="paired-bars">
      <rect />
      <rect width={percent(first)} />
      <rect />
      <rect width={percent(second)} />
    </svg>
  );
}

/** To a thousandth of a hundredth: finer than a pixel of any screen. */
const percent = (value: number) => `${Math.round(value * 1000) / 1000}%`;
