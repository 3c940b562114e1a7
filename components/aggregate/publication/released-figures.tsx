import type { ReactNode } from "react";
import {
  barsInShort,
  countedOf,
  findingInShort,
  placedFindings,
} from "@/lib/aggregate/publication/release-page-data";
import { findingsOfKind } from "@/lib/aggregate/publication/finding/finding-kind";
import { KIND_WORDS } from "@/lib/aggregate/publication/finding/kind-words";
import { handsSentence } from "@/lib/aggregate/publication/words/hands-words";
import { namedHands, type NamedHands } from "@/lib/aggregate/publication/words/named-hands";
import type {
  Release,
  ReleasedFinding,
  ReleasedTable,
  ReleasedTheme,
} from "@/lib/aggregate/publication/release-contents";
import { citeTheme } from "@/lib/aggregate/publication/words/citation";
import {
  overviewOf,
  type HiddenGroup,
  type OverviewPlaces,
} from "@/lib/aggregate/publication/words/overview/overview";
import { raisedTheme, themeSentence } from "@/lib/aggregate/publication/words/theme-sentence";
import { AreaList } from "./area-list";
import { FindingsSection } from "./findings-section";
import { HandsSection } from "./hands-section";
import { HowPublished } from "./how-published";
import { InShort, type PartOfRelease } from "./in-short";
import { ThemeSections, type ThemeInShort } from "./theme-sections";
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
  /** The pages of what is told here in a line. */
  places: OverviewPlaces;
  /** Whether the page ends with the files of the release. */
  takeAway: boolean;
};

const BARS =
  "Each bar shows how many people had one kind of view, out of everybody present. The solid part is certain. The striped part is there because numbers are rounded.";

/** As many findings as a theme shows before its own page, and as many asks: the page is an overview, and others have them all. */
const FINDINGS_OF_THEME = 1;
const ASKS = 3;

/** Everything that a release says of the review or, without findings and groups, of one roundtable. */
export function ReleasedFigures(props: Props) {
  const { release, table, tablesFirst, themeHref, places } = props;
  const areas = table.themes.filter(({ axis }) => axis === "area");
  const whole = table.roundtable === null;
  const findings = whole ? findingsOfKind(release.findings, null) : [];
  const asks = findingsOfKind(findings, "ask");
  const hands = namedHands(table, props.hands);
  const parts: [PartOfRelease, boolean][] = [
    ["themes", true],
    ["asks", asks.length > 0],
    ["hands", hands.length > 0],
    ["areas", areas.length > 0 && !tablesFirst],
    ["take-away", props.takeAway],
  ];
  return (
    <>
      <InShort
        answers={overviewOf({
          ...places,
          release,
          table,
          hands: hands.length,
          hiddenGroups: props.hiddenGroups,
          themeHref,
        })}
        parts={parts.flatMap(([part, isThere]) => (isThere ? part : []))}
      />
      <Themes {...props} findings={findings} />
      {asks.length > 0 && (
        <FindingsSection
          id="asks"
          title={KIND_WORDS.ask.title}
          about={KIND_WORDS.ask.about}
          findings={asks.slice(0, ASKS).map(placedFindings(table, themeHref))}
          counted={countedOf(table)}
          all={asks.length > ASKS ? asks.length : null}
          allHref={places.findingsHref && places.findingsHref("ask")}
        />
      )}
      {hands.length > 0 && (
        <HandsSection
          hands={hands.map(({ named, theme }) => ({
            sentence: handsSentence(named, named),
            theme: theme.title,
            href: themeHref(theme),
          }))}
        />
      )}
      {areas.length > 0 && !tablesFirst && (
        <Part id="areas" title="DfE’s four areas">
          <p className="mb-3 max-w-measure text-meta text-soft">
            The same people and contributions, grouped by the areas that DfE asked about.
          </p>
          <AreaList areas={areas.map((area) => toldOf(area, props))} />
        </Part>
      )}
    </>
  );
}

type ThemesProps = Pick<Props, "release" | "table" | "tablesFirst" | "themeHref"> & {
  findings: readonly ReleasedFinding[];
};

/** The figures of each theme with its first finding; where tables come first, the figures stand in these. */
function Themes({ findings, ...props }: ThemesProps) {
  const { table, tablesFirst, themeHref } = props;
  const threshold = table.themes[0]?.people.threshold ?? 0;
  const whole = table.roundtable === null;
  const counted = <HowPublished of="people" threshold={threshold} />;
  const inShort = (theme: ReleasedTheme): ThemeInShort => {
    const own = findings.filter(({ themeId }) => themeId === theme.id);
    return {
      ...toldOf(theme, props),
      bars: tablesFirst || theme.people.count.is === "none" ? null : barsInShort(theme),
      findings: own.slice(0, FINDINGS_OF_THEME).map((finding) => ({ finding: findingInShort(finding) })),
      more: Math.max(0, own.length - FINDINGS_OF_THEME),
    };
  };
  return (
    <>
      {tablesFirst && (
        <Part id="figures" title="Figures">
          <div className="grid gap-8">
            <ReleasedThemeTable table={table} axis="theme" hrefOf={themeHref} />
            {table.themes.some(({ axis }) => axis === "area") && (
              <ReleasedThemeTable table={table} axis="area" hrefOf={themeHref} />
            )}
          </div>
          {counted}
        </Part>
      )}
      <Part id="themes" title="Themes">
        {!tablesFirst && counted}
        {whole && <HowPublished of="findings" threshold={threshold} />}
        {!tablesFirst && <p className="mt-3 max-w-measure text-meta text-soft">{BARS}</p>}
        <div className="mt-4">
          <ThemeSections
            themes={table.themes.filter(({ axis }) => axis === "theme").map(inShort)}
            counted={countedOf(table)}
            at={table.roundtable?.title ?? null}
            tabled={tablesFirst}
          />
        </div>
      </Part>
    </>
  );
}

function toldOf(
  theme: ReleasedTheme,
  { table, release, themeHref }: Omit<ThemesProps, "findings">,
): Pick<ThemeInShort, "title" | "href" | "told"> {
  return {
    title: theme.title,
    href: themeHref(theme),
    told: raisedTheme(theme, table, release) ?? {
      sentence: themeSentence(theme, table, release),
      cite: citeTheme(theme, table, release),
    },
  };
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mt-10">
      <h2 id={id}>{title}</h2>
      <div className="mt-2">{children}</div>
    </section>
  );
}
