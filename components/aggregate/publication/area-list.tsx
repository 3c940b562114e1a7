"use client";

import { Link } from "@/components/ui/link";
import { raisedSentence } from "@/lib/aggregate/publication/words/published-words";
import type { ThemeInShort } from "./theme-sections";

/** DfE’s areas, a line each: their bars and findings are on the page of each. */
export function AreaList({ areas }: { areas: readonly Pick<ThemeInShort, "title" | "href" | "told">[] }) {
  return (
    <ul className="grid max-w-measure gap-1">
      {areas.map(({ title, href, told }) => (
        <li key={href} className="py-1">
          <Link href={href}>{title}</Link>
          {`: ${"sentence" in told ? told.sentence : raisedSentence(told)}`}
        </li>
      ))}
    </ul>
  );
}
