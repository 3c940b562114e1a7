import type { ReactNode } from "react";
import { isDivided } from "@/lib/aggregate/publication/divided";
import { barsInShort, findingInShort } from "@/lib/aggregate/publication/release-page-data";
import { byPublishedCount } from "@/lib/aggregate/publication/published-count";
import type {
  Release,
  ReleasedFinding,
  ReleasedTable,
  ReleasedTheme,
} from "@/lib/aggregate/publication/release-contents";
import { themeSentence } from "@/lib/aggregate/publication/words/theme-sentence";
import { Breakdowns } from "./breakdowns";
import { FindingsAcross } from "./findings-across";
import { HowPublished } from "./how-published";
import { ThemeSections, type ThemeInShort } from "./theme-sections";
import { NpqsNamed } from "./npqs-named";
import { ReleasedThemeTable } from "./theme-table";

type Props = {
  release: Pick<Release, "number" | "tables" | "breakdowns" | "findings" | "npqs">;
  /** The review's, or that of one roundtable. */
  table: ReleasedTable;
  tablesFirst: boolean;
  /** The attribute of the breakdown that is shown; null: the first. */
  by: string | null;
  themeHref: (theme: Pick<ReleasedTheme, "slug">) => string;
  byHref: (attribute: string) => string;
};

const BARS =
  "Each bar is one kind of view, out of everybody present. It is solid as far as the number is certain, and striped as far as it may reach because of rounding.";

/** As many findings as a theme shows before its own page. */
const FINDINGS_OF_THEME = 2;

/** Everything that a release says of the review or, without findings and groups, of one roundtable. */
export function ReleasedFigures({ release, table, tablesFirst, by, themeHref, byHref }: Props) {
  const threshold = table.themes[0]?.people.threshold ?? 0;
  const themes = table.themes.filter(({ axis }) => axis === "theme");
  const areas = table.themes.filter(({ axis }) => axis === "area");
  const whole = table.roundtable === null;
  const findings = [...release.findings].sort((a, b) => byPublishedCount(a.supports, b.supports));
  const inShort = (theme: ReleasedTheme): ThemeInShort => {
    const own = whole ? findings.filter(({ themeId }) => themeId === theme.id) : [];
    return {
      title: theme.title,
      href: themeHref(theme),
      sentence: themeSentence(theme, table, release),
      bars: theme.people.count.is === "none" ? null : barsInShort(theme),
      findings: own.slice(0, FINDINGS_OF_THEME).map(findingInShort),
      more: Math.max(0, own.length - FINDINGS_OF_THEME),
    };
  };
  const across = { themes: table.themes, hrefOf: themeHref };
  return (
    <>
      {tablesFirst && (
        <Part id="figures" title="Figures">
          <div className="grid gap-8">
            <ReleasedThemeTable table={table} axis="theme" hrefOf={themeHref} />
            {areas.length > 0 && <ReleasedThemeTable table={table} axis="area" hrefOf={themeHref} />}
          </div>
          <HowPublished of="people" threshold={threshold} />
        </Part>
      )}
      <Part id="themes" title="Themes">
        {!tablesFirst && <HowPublished of="people" threshold={threshold} />}
        {whole && <HowPublished of="findings" threshold={threshold} />}
        <p className="mt-3 max-w-measure text-meta text-soft">{BARS}</p>
        <div className="mt-4">
          <ThemeSections themes={themes.map(inShort)} />
        </div>
      </Part>
      {whole ? (
        <>
          <Asks {...across} findings={findings} />
          <Divided {...across} findings={findings} threshold={threshold} />
          <Few {...across} findings={findings} />
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
          <ThemeSections themes={areas.map(inShort)} />
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

type AcrossProps = {
  themes: readonly ReleasedTheme[];
  hrefOf: (theme: ReleasedTheme) => string;
  findings: readonly ReleasedFinding[];
};

function Asks({ findings, ...rest }: AcrossProps) {
  return (
    <FindingsAcross
      id="asks"
      title="Asks across themes"
      about="What people asked for, in the order of how many asked for it; equal figures are in no order. Nobody was asked to rank them."
      none="No finding of this release is an ask."
      findings={findings.filter(({ stance }) => stance === "ask")}
      {...rest}
    />
  );
}

function Divided({ findings, threshold, ...rest }: AcrossProps & { threshold: number }) {
  return (
    <FindingsAcross
      id="divided"
      title="Divided views"
      about="Statements that many of those who spoke to them agreed with, and many did not."
      none="The figures of this release show no view to be divided."
      findings={findings.filter(isDivided)}
      {...rest}
    >
      <HowPublished of="divided" threshold={threshold} />
    </FindingsAcross>
  );
}

function Few({ findings, ...rest }: AcrossProps) {
  return (
    <FindingsAcross
      id="few"
      title="Views held by a few people"
      about="A view of a few people can matter as much as one that many share. The others may agree: not everyone was asked."
      none="No finding of this release rests on a few people alone."
      findings={findings.filter(({ supports }) => supports.count.is === "a few")}
      {...rest}
    />
  );
}
