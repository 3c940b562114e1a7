import { AsAtNote } from "@/components/aggregate/figures/as-at-note";
import { StanceFigures } from "@/components/aggregate/figures/stance-figures";
import { StanceFilter } from "@/components/aggregate/figures/stance-filter";
import type { Viewer } from "@/lib/access/policy";
import { separateCountSentences, themeSentence, WHOSE_VIEWS } from "@/lib/aggregate/figures/figure-words";
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

/** A theme's exact figures, and every contribution under it. */
export function LiveTheme({ viewer, review, theme, opened, stance, page, hrefOf }: ThemeView<"live">) {
  const { table, asAt, choices } = opened;
  const { roundtable } = table.scope;
  const figures = table.themes.find(({ id }) => id === theme.id);
  return (
    <>
      <AsAtNote on={asAt.on} problem={asAt.problem} />
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
          <StanceFilter current={stance ?? null} hrefOf={(to) => hrefOf({ stance: to })} />
          <LiveEvidence
            viewer={viewer}
            filter={{
              reviewId: review.id,
              roundtableId: roundtable?.id ?? null,
              themeId: theme.id,
              ...(stance ? { stance } : {}),
              page,
              on: asAt.on,
            }}
            roundtables={roundtable ? [] : choices.roundtables}
            pageHref={(to) => hrefOf({ stance: stance ?? null, page: to })}
          />
        </div>
      </section>
    </>
  );
}
