import type { ReactNode } from "react";
import {
  barsInShort,
  countedOf,
  findingInShort,
  placedFindings,
} from "@/lib/aggregate/publication/release-page-data";
import { codingSentences } from "@/lib/aggregate/publication/coding/coding-words";
import { findingsOfKind, type FindingKind } from "@/lib/aggregate/publication/finding/finding-kind";
import type { NamedHands } from "@/lib/aggregate/publication/words/named-hands";
import type { Release, ReleasedTable, ReleasedTheme } from "@/lib/aggregate/publication/release-contents";
import { citeTheme } from "@/lib/aggregate/publication/words/citation";
import { themeSentence } from "@/lib/aggregate/publication/words/theme-sentence";
import { Breakdowns } from "./breakdowns";
import { Asks, Differ, Few } from "./findings-by-kind";
import { answersOf } from "@/lib/aggregate/publication/words/answers";
import { InShort } from "./in-short";
import { HowPublished } from "./how-published";
import { ThemeSections, type ThemeInShort } from "./theme-sections";
import { NpqsNamed } from "./npqs-named";
import { ReleasedThemeTable } from "./theme-table";

type Props = {
  release: Pick<Release, "number" | "tables" | "breakdowns" | "findings" | "npqs" | "coding">;
  /** The review's, or that of one roundtable. */
  table: ReleasedTable;
  /** Its shows of hands whose words are cleared. */
  hands: readonly NamedHands[];
  tablesFirst: boolean;
  /** The attribute of the breakdown that is shown; null: the first. */
  by: string | null;
  themeHref: (theme: Pick<ReleasedTheme, "slug">) => string;
  byHref: (attribute: string) => string;
  /** The page of all findings of a kind; null before they are released. */
  findingsHref: ((kind: FindingKind) => string) | null;
};

const BARS =
  "Each bar is one kind of view, out of everybody present: solid as far as is certain, striped as far as rounding may reach.";

/** As many findings as a theme shows before its own page. */
const FINDINGS_OF_THEME = 2;

/** Everything that a release says of the review or, without findings and groups, of one roundtable. */
export function ReleasedFigures(props: Props) {
  const { release, table, hands, tablesFirst, by, themeHref, byHref, findingsHref } = props;
  const threshold = table.themes[0]?.people.threshold ?? 0;
  const themes = table.themes.filter(({ axis }) => axis === "theme");
  const areas = table.themes.filter(({ axis }) => axis === "area");
  const whole = table.roundtable === null;
  const findings = whole ? findingsOfKind(release.findings, null) : [];
  const inShort = (theme: ReleasedTheme): ThemeInShort => {
    const own = findings.filter(({ themeId }) => themeId === theme.id);
    return {
      title: theme.title,
      href: themeHref(theme),
      sentence: themeSentence(theme, table, release),
      bars: theme.people.count.is === "none" ? null : barsInShort(theme),
      findings: own.slice(0, FINDINGS_OF_THEME).map((finding) => ({ finding: findingInShort(finding) })),
      cite: citeTheme(theme, table, release),
      more: Math.max(0, own.length - FINDINGS_OF_THEME),
    };
  };
  const counted = countedOf(table);
  const coding = codingSentences(release.coding);
  const across = { findings, counted, placed: placedFindings(table, themeHref), allHref: findingsHref };
  return (
    <>
      <InShort
        answers={answersOf(table, findings)}
        parts={[
          "themes",
          ...(whole ? (["asks", "divided", "few"] as const) : []),
          ...(areas.length > 0 ? (["areas"] as const) : []),
          ...(whole && release.npqs ? (["npqs"] as const) : []),
          ...(whole ? (["groups"] as const) : []),
        ]}
      />
      {tablesFirst && (
        <Part id="figures" title="Figures">
          <div className="grid gap-8">
            <ReleasedThemeTable table={table} axis="theme" hrefOf={themeHref} />
            {areas.length > 0 && <ReleasedThemeTable table={table} axis="area" hrefOf={themeHref} />}
          </div>
          <HowPublished of="people" threshold={threshold} also={coding} />
        </Part>
      )}
      <Part id="themes" title="Themes">
        {!tablesFirst && <HowPublished of="people" threshold={threshold} also={coding} />}
        {whole && <HowPublished of="findings" threshold={threshold} />}
        <p className="mt-3 max-w-measure text-meta text-soft">{BARS}</p>
        <div className="mt-4">
          <ThemeSections themes={themes.map(inShort)} counted={counted} />
        </div>
      </Part>
      {whole ? (
        <>
          <Asks {...across} table={table} hands={hands} hrefOf={themeHref} />
          <Differ {...across} threshold={threshold} />
          <Few {...across} />
        </>
      ) : (
        <p className="mt-6 max-w-measure text-meta text-soft">
          Findings and groups are shown for all roundtables together, so that nobody can be told apart.
        </p>
      )}
      {areas.length > 0 && (
        <Part id="areas" title="DfE’s four areas">
          <p className="mb-3 max-w-measure text-meta text-soft">
            The same people and contributions, grouped by the areas that DfE asked about.
          </p>
          <ThemeSections themes={areas.map(inShort)} counted={counted} />
        </Part>
      )}
      {whole && release.npqs && <NpqsNamed npqs={release.npqs} threshold={threshold} themeHref={themeHref} />}
      {whole && (
        <Breakdowns release={release} themes={themes} by={by} byHref={byHref} threshold={threshold} />
      )}
    </>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mt-10">
      <h2 id={id}>{title}</h2>
      <div className="mt-2">{children}</div>
    </section>
  );
}
