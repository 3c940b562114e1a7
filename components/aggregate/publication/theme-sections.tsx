"use client";

import { Link } from "@/components/ui/link";
import type { BarInShort, CountedOf, PlacedFinding } from "@/lib/aggregate/publication/release-page-data";
import { countOf } from "@/lib/platform/text/count-words";
import { CopyInList } from "./copy-sentence";
import { FindingList } from "./finding-list";
import { StanceBars } from "./stance-bars";

export type ThemeInShort = {
  title: string;
  href: string;
  sentence: string;
  /** The same to paste elsewhere, before where it is from. */
  cite: string;
  /** null where nobody raised it. */
  bars: readonly BarInShort[] | null;
  /** Those with most people behind them. */
  findings: readonly PlacedFinding[];
  /** How many more its own page has. */
  more: number;
};

/**
 * The themes of a release in short: the sentence of each, its stances, and its first findings. A client component, so that
 * the page holds them once as markup and once as data alone.
 */
export function ThemeSections({ themes, counted }: { themes: readonly ThemeInShort[]; counted: CountedOf }) {
  const short = themes.every(({ findings }) => findings.length === 0);
  return (
    <div className={short ? "gap-x-10 lg:grid lg:grid-cols-2" : undefined}>
      {themes.map((theme) => (
        <ThemeSection key={theme.href} {...theme} beside={!short} counted={counted} />
      ))}
    </div>
  );
}

/** The bars stand in the first column everywhere, so that one length means one number. */
function ThemeSection({
  title,
  href,
  sentence,
  cite,
  bars,
  findings,
  more,
  beside,
  counted,
}: ThemeInShort & { beside: boolean; counted: CountedOf }) {
  return (
    <section className={beside ? "told-theme theme-columns" : "told-theme"}>
      <div>
        <h3>
          <Link href={href}>{title}</Link>
        </h3>
        <p>{sentence}</p>
        {bars && <StanceBars bars={bars} />}
        <div>
          <CopyInList sentence={() => cite} />
        </div>
      </div>
      {findings.length > 0 && (
        <div className="mt-4 lg:mt-0">
          <FindingList findings={findings} counted={counted} />
          {more > 0 && (
            <p className="mt-2 text-sm">
              <Link href={href}>{`${countOf(more, "more finding")} on ${title}`}</Link>
            </p>
          )}
        </div>
      )}
    </section>
  );
}
