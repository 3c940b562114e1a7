"use client";

import { Link } from "@/components/ui/link";
import type { BarInShort, FindingInShort } from "@/lib/aggregate/publication/release-page-data";
import { countOf } from "@/lib/platform/text/count-words";
import { FindingList } from "./finding-list";
import { StanceBars } from "./stance-bars";

export type ThemeInShort = {
  title: string;
  href: string;
  sentence: string;
  /** null where nobody raised it. */
  bars: readonly BarInShort[] | null;
  /** Those with most people behind them. */
  findings: readonly FindingInShort[];
  /** How many more its own page has. */
  more: number;
};

/**
 * The themes of a release in short: the sentence of each, its stances, and its first findings. A client component, so that
 * the page holds them once as markup and once as data alone.
 */
export function ThemeSections({ themes }: { themes: readonly ThemeInShort[] }) {
  return themes.map((theme) => <ThemeSection key={theme.href} {...theme} />);
}

function ThemeSection({ title, href, sentence, bars, findings, more }: ThemeInShort) {
  // Without findings beside them, the bars have that column.
  const figures = bars && <StanceBars bars={bars} />;
  return (
    <section className="told-theme">
      <div>
        <h3>
          <Link href={href}>{title}</Link>
        </h3>
        <p>{sentence}</p>
        {findings.length > 0 && figures}
      </div>
      {findings.length === 0 && figures}
      {findings.length > 0 && (
        <div className="mt-4 lg:mt-0">
          <FindingList findings={findings} />
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
