"use client";

import { Link } from "@/components/ui/link";
import type { BarInShort, CountedOf, PlacedFinding } from "@/lib/aggregate/publication/release-page-data";
import {
  raisedSentence,
  raisedToCite,
  type RaisedTheme,
} from "@/lib/aggregate/publication/words/published-words";
import { countOf } from "@/lib/platform/text/count-words";
import { CopyInList } from "./copy-sentence";
import { FindingList } from "./finding-list";
import { StanceBars } from "./stance-bars";

export type ThemeInShort = {
  title: string;
  href: string;
  /** How many raised it, or where that is not told, what is said in its place: here, and to paste elsewhere. */
  told: RaisedTheme | { sentence: string; cite: string };
  /** null where nobody raised it, or where a table says the same. */
  bars: readonly BarInShort[] | null;
  /** Those with most people behind them. */
  findings: readonly PlacedFinding[];
  /** How many more its own page has. */
  more: number;
};

type Props = {
  themes: readonly ThemeInShort[];
  counted: CountedOf;
  /** The roundtable that is shown alone. */
  at: string | null;
  /** A table above says how many raised each. */
  tabled: boolean;
};

/**
 * The themes of a release in short: the sentence of each, its stances, and its first findings. A client component, so that
 * the page holds them once as markup and once as data alone.
 */
export function ThemeSections({ themes, counted, at, tabled }: Props) {
  const short = themes.every(({ findings }) => findings.length === 0);
  return (
    <div className={short ? "gap-x-10 lg:grid lg:grid-cols-2" : undefined}>
      {themes.map((theme) => (
        <ThemeSection key={theme.href} {...theme} beside={!short} counted={counted} at={at} tabled={tabled} />
      ))}
    </div>
  );
}

/** The bars stand in the first column everywhere, so that one length means one number. */
function ThemeSection({
  title,
  href,
  told,
  bars,
  findings,
  more,
  beside,
  counted,
  at,
  tabled,
}: ThemeInShort & { beside: boolean } & Omit<Props, "themes">) {
  return (
    <section className={beside ? "told-theme theme-columns" : "told-theme"}>
      <div>
        <h3>
          <Link href={href}>{title}</Link>
        </h3>
        {!tabled && <p>{"sentence" in told ? told.sentence : raisedSentence(told)}</p>}
        {bars && <StanceBars bars={bars} />}
        <div>
          <CopyInList
            sentence={() => ("cite" in told ? told.cite : raisedToCite(told, title, at))}
            place={href}
          />
        </div>
      </div>
      {findings.length > 0 && (
        <details className="folded">
          <summary>What they said</summary>
          <FindingList findings={findings} counted={counted} />
          {more > 0 && (
            <p className="mt-2 text-sm">
              <Link href={href}>{`${countOf(more, "more finding")} on ${title}`}</Link>
            </p>
          )}
        </details>
      )}
    </section>
  );
}
