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
    <span className={`colour-chip hue-${colour}${round ? " round" : ""}`}>
      {typeof children === "string" ? children : <span>{children}</span>}
    </span>
  );
}
