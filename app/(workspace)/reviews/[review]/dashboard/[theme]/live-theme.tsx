import { Link } from "@/components/ui/link";
import { AsAtNote } from "@/components/aggregate/figures/as-at-note";
import { StanceFigures } from "@/components/aggregate/figures/stance-figures";
import { StanceFilter } from "@/components/aggregate/figures/stance-filter";
import { CountedSentence } from "@/components/aggregate/live/counted-sentence";
import type { Viewer } from "@/lib/access/policy";
import { separateCountSentences, themeSentence, WHOSE_VIEWS } from "@/lib/aggregate/figures/figure-words";
import { filterSentence } from "@/lib/aggregate/live/filter-words";
import type { Stance } from "@/lib/capture/contribution/stance";
import type { Review } from "@/lib/review/settings/queries/reviews";
import type { Theme } from "@/lib/tag/codebook/theme";
import type { Address } from "../address";
import type { Opened } from "../open-figures";
import { LiveEvidence } from "./live-evidence";

export type ThemeView<Kind extends Opened["kind"]> = {
  viewer: Viewer;
  review: Review;
  theme: Theme;
  opened: Extract<Opened, { kind: Kind }>;
  stance: Stance | undefined;
  /** Of the contributions, from 1. */
  page: number;
  hrefOf: (more: Address) => string;
};

type Props = ThemeView<"live"> & {
  /** The slug of another theme that the contributions are under too. */
  also: string | null;
};

/** A theme's exact figures, and every contribution under it. */
export function LiveTheme({ viewer, review, theme, also, opened, stance, page, hrefOf }: Props) {
  const { table, asked, choices } = opened;
  const { filter } = asked.first;
  const { roundtable } = table.scope;
  const other = table.themes.find(({ slug }) => slug === also) ?? null;
  const figures = table.themes.find(({ id }) => id === theme.id);
  return (
    <>
      <CountedSentence
        sentences={[filterSentence(filter, asked.titles, table.scope.roundtables)]}
        read={[asked.first]}
      />
      <AsAtNote on={filter.on} />
      <p className="max-w-measure">{theme.definition}</p>
      {figures && (
        <section aria-labelledby="figures" className="mt-7">
          <h2 id="figures">How many people</h2>
          <div className="mt-2 mb-6 max-w-measure">
            <p className="text-lg">{themeSentence(figures, table.scope)}</p>
            {separateCountSentences(figures).map((sentence, at) => (
              <p key={at} className="mt-1">
                {sentence}
              </p>
            ))}
            <p className="mt-2 text-meta text-soft">{WHOSE_VIEWS}</p>
          </div>
          <StanceFigures theme={figures} />
        </section>
      )}
      <section aria-labelledby="evidence" className="mt-10">
        <h2 id="evidence">What was said</h2>
        <div className="mt-3">
          {other && (
            <p className="mb-3 max-w-measure">
              {`Contributions that are also under “${other.title}”. `}
              <Link href={hrefOf({})}>Show all under this theme</Link>
            </p>
          )}
          <StanceFilter
            current={stance ?? null}
            hrefOf={(said) => hrefOf({ said, also: other?.slug ?? null })}
          />
          <LiveEvidence
            viewer={viewer}
            filter={{
              reviewId: review.id,
              filter,
              themeId: theme.id,
              alsoThemeId: other?.id ?? null,
              ...(stance ? { stance } : {}),
              page,
            }}
            roundtables={roundtable ? [] : choices.roundtables}
            pageHref={(to) => hrefOf({ said: stance ?? null, also: other?.slug ?? null, page: to })}
          />
        </div>
      </section>
    </>
  );
}
