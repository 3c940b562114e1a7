import { Link } from "@/components/ui/link";
import { PrintedFoot } from "@/components/ui/printed-foot";
import { formatDate } from "@/lib/platform/text/dates";
import { ChartLinks } from "@/components/aggregate/take-away/chart-links";
import { HowPublished } from "@/components/aggregate/publication/how-published";
import { NamedTogether } from "@/components/aggregate/publication/npqs-named";
import { StanceBars } from "@/components/aggregate/publication/stance-bars";
import { ThemeGroups } from "@/components/aggregate/publication/theme-groups";
import { ThemeRoundtables } from "@/components/aggregate/publication/theme-roundtables";
import { WHOSE_VIEWS } from "@/lib/aggregate/figures/figure-words";
import { codingSentences } from "@/lib/aggregate/publication/coding/coding-words";
import { citeTheme, sourceOf } from "@/lib/aggregate/publication/words/citation";
import { barsInShort } from "@/lib/aggregate/publication/release-page-data";
import { HANDS_NOTE, handsSentence } from "@/lib/aggregate/publication/words/hands-words";
import { handsOfTheme } from "@/lib/aggregate/publication/words/named-hands";
import { listReleasedHands } from "@/lib/aggregate/publication/queries/released-hands";
import { sourceWords } from "@/lib/aggregate/publication/source-words";
import { CopiedFrom } from "@/components/aggregate/publication/copy-sentence";
import type { ReleasedTheme } from "@/lib/aggregate/publication/release-contents";
import { themeSentence } from "@/lib/aggregate/publication/words/theme-sentence";
import { appUrl } from "@/lib/platform/env";
import { dashboardHref, partHref } from "../address";
import { AreaFindings } from "./area-findings";
import { ReleasedEvidence } from "./released-evidence";
import { ReleasedFindings } from "./released-findings";
import type { ThemeView } from "./live-theme";
import { ToCite } from "./to-cite";

/** Everything that a release says of one theme. */
export function ReleasedThemePage(view: ThemeView<"released">) {
  const { viewer, review, theme, opened, stance, page, hrefOf } = view;
  const { release, table } = opened;
  const figures = table.themes.find(({ id }) => id === theme.id);
  if (!figures) return null;
  const whole = table.roundtable === null;
  const source = sourceOf({
    review: review.title,
    release: release.number,
    createdAt: release.createdAt,
    roundtable: table.roundtable?.title ?? null,
    link: `${appUrl()}${hrefOf({ release: release.number })}`,
  });
  const { threshold } = figures.people;
  return (
    <CopiedFrom source={source}>
      <PrintedFoot words={`${review.title}, release ${release.number}, ${formatDate(release.createdAt)}`} />
      <p className="max-w-measure text-soft">{theme.definition}</p>
      <section aria-labelledby="figures" className="mt-7">
        <h2 id="figures">How many people</h2>
        <p className="mt-2 max-w-measure text-lg">{themeSentence(figures, table, release)}</p>
        {figures.hands.length > 0 && <Hands {...view} figures={figures} />}
        <div className="mt-3 max-w-measure">
          <StanceBars bars={barsInShort(figures)} />
        </div>
        <ToCite
          label="Copy this figure as a sentence"
          review={review.slug}
          sentence={citeTheme(figures, table, release)}
          cited={{
            reviewId: review.id,
            release: release.number,
            themeId: theme.id,
            roundtableId: table.roundtable?.id ?? null,
            findingId: null,
          }}
        />
        <ChartLinks
          review={review.slug}
          chart="theme"
          fields={[
            ["release", String(release.number)],
            ...(table.roundtable ? [["roundtable", table.roundtable.slug] as [string, string]] : []),
            ["theme", theme.slug],
          ]}
          words="Download this chart"
        />
        <HowPublished of="people" threshold={threshold} also={codingSentences(release.coding, { whole })} />
        <p className="section-note">{WHOSE_VIEWS}</p>
      </section>
      {!whole && (
        <p className="mt-6 max-w-measure">
          Findings and contributions are shown for all roundtables together.{" "}
          <Link href={hrefOf({ roundtable: null })}>Read them</Link>
        </p>
      )}
      {whole && (
        <>
          {figures.axis === "area" ? (
            <AreaFindings
              viewer={viewer}
              review={review}
              release={release}
              table={table}
              area={theme}
              hrefOf={({ slug }) => dashboardHref(review.slug, { release: release.number, theme: slug })}
            />
          ) : (
            <ReleasedFindings viewer={viewer} review={review} release={release} table={table} theme={theme} />
          )}
          {release.npqs?.theme?.id === theme.id && (
            <NamedTogether
              npqs={release.npqs}
              href={`${partHref(review.slug, "npqs", { release: release.number })}#together`}
            />
          )}
          <ThemeRoundtables themeId={theme.id} tables={release.tables} />
          <ThemeGroups themeId={theme.id} release={release} />
          <section aria-labelledby="evidence" className="mt-10">
            <h2 id="evidence">What was said</h2>
            <ReleasedEvidence
              viewer={viewer}
              filter={{
                reviewId: review.id,
                releaseNumber: release.number,
                themeId: theme.id,
                ...(stance ? { stance } : {}),
                page,
              }}
              figures={figures}
              hrefOf={hrefOf}
              source={sourceWords(source)}
            />
          </section>
        </>
      )}
    </CopiedFrom>
  );
}

type HandsProps = Pick<ThemeView<"released">, "viewer" | "review" | "opened"> & { figures: ReleasedTheme };

/** Shows of hands under the theme, with what they were about where that is cleared. */
async function Hands({ viewer, review, opened: { release, table }, figures }: HandsProps) {
  const asked = { reviewId: review.id, releaseNumber: release.number };
  const named = await listReleasedHands(viewer, asked);
  return (
    <>
      {handsOfTheme(figures, table, named).map(({ hands, named: one }, at) => (
        <p key={at} className="mt-1 max-w-measure">
          {handsSentence(hands, one)}
        </p>
      ))}
      <p className="mt-1 text-meta text-soft">{HANDS_NOTE}</p>
    </>
  );
}
