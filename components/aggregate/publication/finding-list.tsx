"use client";

import { Link } from "@/components/ui/link";
import type { PlacedFinding } from "@/lib/aggregate/publication/release-page-data";
import { findingSentence } from "@/lib/aggregate/publication/words/finding-sentence";
import { CopyInList } from "./copy-sentence";
import { FindingItem } from "./finding-item";

type Props = {
  findings: readonly PlacedFinding[];
  /** Beside one another where there is room. */
  columns?: boolean;
};

/**
 * Findings below one another, each with the way to where it stands on the page of its theme. A client component, so that the
 * page holds them once as markup and once as data alone.
 */
export function FindingList({ findings, columns }: Props) {
  return (
    <ul className={columns ? "told-findings items-start lg:grid-cols-2 lg:gap-x-10" : "told-findings"}>
      {findings.map((placed, at) => (
        <FindingItem key={at} {...placed}>
          <div>
            {placed.theme && (
              <Link href={`${placed.theme.href}#${placed.finding.anchor}`}>{placed.theme.title}</Link>
            )}
            <CopyInList sentence={() => findingSentence(placed.finding)} />
          </div>
        </FindingItem>
      ))}
    </ul>
  );
}
