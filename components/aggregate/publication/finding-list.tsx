"use client";

import type { FindingInShort } from "@/lib/aggregate/publication/release-page-data";
import { FindingItem } from "./finding-item";

/** Findings below one another. A client component, so that the page holds them once as markup and once as data alone. */
export function FindingList({ findings }: { findings: readonly FindingInShort[] }) {
  return (
    <ul className="told-findings">
      {findings.map((finding, at) => (
        <FindingItem key={at} finding={finding} />
      ))}
    </ul>
  );
}
