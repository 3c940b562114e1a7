"use client";

import { SEGMENT_ORDER } from "@/lib/aggregate/figures/figures";
import { SEGMENT_WORDS } from "@/lib/aggregate/figures/figure-words";
import { SEGMENT_COLOURS } from "./segment-colours";

const SQUARE =
  "grid size-[1.125rem] shrink-0 place-items-center rounded-sm text-xs font-bold forced-colors:border";

/** What the colours and signs of the bars stand for. A client component, because it is always the same. */
export function BarKey() {
  return (
    <ul aria-label="Key to the bars" className="flex flex-wrap gap-x-5 gap-y-1.5 text-sm">
      {SEGMENT_ORDER.map((segment) => (
        <li key={segment} className="flex items-center gap-1.5">
          <span aria-hidden className={`${SQUARE} text-paper ${SEGMENT_COLOURS[segment].background}`}>
            {SEGMENT_WORDS[segment].sign}
          </span>
          {SEGMENT_WORDS[segment].words}
        </li>
      ))}
    </ul>
  );
}
