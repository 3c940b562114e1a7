import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { RefreshOnChange } from "@/app/(workspace)/refresh-on-change";
import { RefreshUntilDone } from "@/components/live/refresh-until-done";
import { AgreementTable } from "@/components/tag/rounds/agreement-table";
import { OverallFigures } from "@/components/tag/rounds/overall-figures";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { forPage } from "@/lib/access/page";
import { themeWords } from "@/lib/tag/rounds/agreement-words/theme-words";
import { getAgreement } from "@/lib/tag/rounds/queries/get-agreement";
import { listRoundThemes } from "@/lib/tag/rounds/queries/round-themes";
import { readRound } from "../../read-round";
import { NotCoded } from "../not-coded";

export const metadata: Metadata = { title: "How well the coders agree" };

type Props = PageProps<"/reviews/[review]/coding/rounds/[round]/agreement">;

export default async function AgreementPage({ params }: Props) {
  const { viewer, review, round, here, crumbs } = await readRound(params);
  const stored = await forPage(getAgreement(viewer, round));
  const themes = await listRoundThemes(viewer, round.id);
  const titles = new Map(themes.map(({ id, title }) => [id, title]));
  // In the order of the codebook.
  const figures = themes.flatMap(
    ({ id }) => stored?.figures.themes.filter(({ theme }) => theme === id) ?? [],
  );
  return (
    <>
      <RefreshOnChange watch={{ reviewId: review.id }} />
      <PageHeader
        title="How well the coders agree"
        breadcrumb={[...crumbs.slice(1), { label: "Agreement" }]}
        meta="The figures compare what each coder set on their own, before they discussed any difference. Later decisions do not change them."
      />
      {!stored && round.codedAt && <RefreshUntilDone />}
      {!round.codedAt ? (
        <NotCoded round={round} here={here} />
      ) : !stored ? (
        <EmptyState
          title="The figures are being calculated"
          action={<Link href={here}>Back to the round</Link>}
        >
          They will appear here in a moment.
        </EmptyState>
      ) : (
        <>
          {!round.blind && (
            <div className="mb-6">
              <Notice tone="warning" title="the coders could see one another’s work">
                The coders did not work independently, so reports do not print these figures.
              </Notice>
            </div>
          )}
          <OverallFigures figures={stored.figures} />
          <AgreementTable
            coderIds={stored.coderIds}
            figures={figures}
            titles={titles}
            names={new Map(round.coders.map(({ coderId, name }) => [coderId, name]))}
          />
          <section aria-labelledby="words" className="mt-10">
            <h2 id="words">What the figures say</h2>
            <dl className="mt-2">
              {figures.map((figure) => (
                <div key={figure.theme} className="max-w-measure border-b border-faint py-3">
                  <dt className="font-semibold">{titles.get(figure.theme)}</dt>
                  {themeWords(figure).map((sentence) => (
                    <dd key={sentence} className="mt-0.5">
                      {sentence}
                    </dd>
                  ))}
                </div>
              ))}
            </dl>
          </section>
        </>
      )}
    </>
  );
}
