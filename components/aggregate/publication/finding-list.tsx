"use client";

import type { PlacedFinding } from "@/lib/aggregate/publication/release-page-data";
import { FindingItem } from "./finding-item";

type Props = {
  findings: readonly PlacedFinding[];
  /** Beside one another where there is room. */
  columns?: boolean;
};

/** Findings below one another. A client component, so that the page holds them once as markup and once as data alone. */
export function FindingList({ findings, columns }: Props) {
  return (
    <ul className={columns ? "told-findings items-start lg:grid-cols-2 lg:gap-x-10" : "told-findings"}>
      {findings.map((finding, at) => (
        <FindingItem key={at} {...finding} />
      ))}
    </ul>
  );
}
