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
import type { BreakdownAttribute } from "@/lib/aggregate/publication/shape/breakdown";
import { citeTheme } from "@/lib/aggregate/publication/words/citation";
import { raisedTheme, themeSentence } from "@/lib/aggregate/publication/words/theme-sentence";
import { Asks, Differ, Few } from "./findings-by-kind";
import { answersOf } from "@/lib/aggregate/publication/words/answers";
import { InShort } from "./in-short";
import { HowPublished } from "./how-published";
import { AreaList } from "./area-list";
import { ThemeSections, type ThemeInShort } from "./theme-sections";
import { GroupsInShort, NpqsInShort, type HiddenGroup } from "./elsewhere";
import { ReleasedThemeTable } from "./theme-table";

type Props = {
  release: Pick<Release, "number" | "tables" | "breakdowns" | "findings" | "npqs" | "coding">;
  /** The review's, or that of one roundtable. */
  table: ReleasedTable;
  /** Its shows of hands whose words are cleared. */
  hands: readonly NamedHands[];
  hiddenGroups: readonly HiddenGroup[];
  tablesFirst: boolean;
  themeHref: (theme: Pick<ReleasedTheme, "slug">) => string;
  /** The pages of the parts that are long tables. */
  groupsHref: (attribute: BreakdownAttribute) => string;
  npqsHref: string;
  /** The page of all findings of a kind; null before they are released. */
  findingsHref: ((kind: FindingKind) => string) | null;
};

const BARS =
  "Each bar shows how many people had one kind of view, out of everybody present. The solid part is certain. The striped part is there because numbers are rounded.";

/** As many findings as a theme shows before its own page. A page of an overview tells each finding once or twice, not three times. */
const FINDINGS_OF_THEME = 1;

/** Everything that a release says of the review or, without findings and groups, of one roundtable. */
export function ReleasedFigures(props: Props) {
  const { release, table, hands, tablesFirst, themeHref, findingsHref } = props;
  const threshold = table.themes[0]?.people.threshold ?? 0;
  const themes = table.themes.filter(({ axis }) => axis === "theme");
  const areas = table.themes.filter(({ axis }) => axis === "area");
  const whole = table.roundtable === null;
  const findings = whole ? findingsOfKind(release.findings, null) : [];
  const toldOf = (theme: ReleasedTheme): Pick<ThemeInShort, "title" | "href" | "told"> => ({
    title: theme.title,
    href: themeHref(theme),
    told: raisedTheme(theme, table, release) ?? {
      sentence: themeSentence(theme, table, release),
      cite: citeTheme(theme, table, release),
    },
  });
  const inShort = (theme: ReleasedTheme): ThemeInShort => {
    const own = findings.filter(({ themeId }) => themeId === theme.id);
    return {
      ...toldOf(theme),
      bars: tablesFirst || theme.people.count.is === "none" ? null : barsInShort(theme),
      findings: own.slice(0, FINDINGS_OF_THEME).map((finding) => ({ finding: findingInShort(finding) })),
      more: Math.max(0, own.length - FINDINGS_OF_THEME),
    };
  };
  const counted = countedOf(table);
  const coding = codingSentences(release.coding, { whole });
  const across = { findings, counted, placed: placedFindings(table, themeHref), allHref: findingsHref };
  return (
    <>
      <InShort
        answers={answersOf(table, findings, findingsHref && findingsHref("strength"))}
        parts={[
          "themes",
          ...(whole ? (["asks", "divided", "few"] as const) : []),
          ...(areas.length > 0 && !tablesFirst ? (["areas"] as const) : []),
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
        {!tablesFirst && <p className="mt-3 max-w-measure text-meta text-soft">{BARS}</p>}
        <div className="mt-4">
          <ThemeSections
            themes={themes.map(inShort)}
            counted={counted}
            at={table.roundtable?.title ?? null}
            tabled={tablesFirst}
          />
        </div>
      </Part>
      {whole ? (
        <>
          <Asks {...across} table={table} hands={hands} hrefOf={themeHref} />
          <Differ {...across} table={table} threshold={threshold} />
          <Few {...across} table={table} />
        </>
      ) : null}
      {areas.length > 0 && !tablesFirst && (
        <Part id="areas" title="DfE’s four areas">
          <p className="mb-3 max-w-measure text-meta text-soft">
            The same people and contributions, grouped by the areas that DfE asked about.
          </p>
          <AreaList areas={areas.map(toldOf)} />
        </Part>
      )}
      {whole && release.npqs && <NpqsInShort npqs={release.npqs} href={props.npqsHref} />}
      {whole && (
        <GroupsInShort
          hidden={props.hiddenGroups}
          breakdowns={release.breakdowns}
          themes={themes}
          hrefOf={props.groupsHref}
        />
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
