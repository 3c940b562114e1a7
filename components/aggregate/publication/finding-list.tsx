"use client";

import { Link } from "@/components/ui/link";
import type { CountedOf, FindingInShort, PlacedFinding } from "@/lib/aggregate/publication/release-page-data";
import { CopyInList } from "./copy-sentence";
import { FindingItem } from "./finding-item";

type Props = {
  findings: readonly PlacedFinding[];
  counted: CountedOf;
  /** Beside one another where there is room. */
  columns?: boolean;
};

/**
 * Findings below one another, each with the way to where it stands on the page of its theme. A client component, so that the
 * page holds them once as markup and once as data alone.
 */
export function FindingList({ findings, counted, columns }: Props) {
  return (
    <ul className={columns ? "told-findings in-columns" : "told-findings"}>
      {findings.map((placed, at) => (
        <FindingItem key={at} {...placed} counted={counted}>
          <div>
            {placed.theme && (
              <Link href={`${placed.theme.href}#${placed.finding.anchor}`}>{placed.theme.title}</Link>
            )}
            <CopyInList
              sentence={() => sentenceOf(placed.finding, counted)}
              place={placed.theme && `${placed.theme.href}#${placed.finding.anchor}`}
            />
          </div>
        </FindingItem>
      ))}
    </ul>
  );
}

/** Most readers of a list copy nothing of it, so that what makes the sentence is loaded for those who do. */
async function sentenceOf(finding: FindingInShort, counted: CountedOf): Promise<string> {
  const { findingInShortSentence } = await import("@/lib/aggregate/publication/words/finding-sentence");
  return findingInShortSentence(finding, counted);
}
