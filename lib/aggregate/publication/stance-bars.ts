import { STANCE_ORDER, type Stance } from "@/lib/capture/contribution/stance";
import { pictureOf } from "./published-count";
import type { PublishedFigure } from "./shape/published-shape";
import { countInTable } from "./words/published-words";

/** A bar in hundredths of those present: it is certain as far as `certain`, and may reach `possible`. */
export type StanceBar = { stance: Stance; certain: number; possible: number; words: string };

/** A bar for each stance, over one scale. They overlap, so that they stand beside one another. */
export function stanceBars(stances: Readonly<Record<Stance, PublishedFigure>>): StanceBar[] {
  return STANCE_ORDER.map((stance) => {
    const { low, high } = pictureOf(stances[stance]);
    return {
      stance,
      certain: Math.round(low * 100),
      possible: Math.round(high * 100),
      words: countInTable(stances[stance]),
    };
  });
}
