import type { ReactNode } from "react";

type Props = {
  /** "1" to "11": the hues of the style sheet. */
  colour: string;
  round?: boolean;
  children: ReactNode;
};

/** A word with a small square or circle of colour next to it; the word is enough without the colour. */
export function ColourChip({ colour, round, children }: Props) {
  return (
    <span className="inline-flex wrap-anywhere items-center gap-1.5 rounded-full border border-line bg-card px-2.5 py-1 text-sm leading-tight">
      <span
        aria-hidden
        className={`size-2.5 shrink-0 forced-colors:border bg-hue-${colour} ${round ? "rounded-full" : "rounded-xs"}`}
      />
      <span>{children}</span>
    </span>
  );
}
