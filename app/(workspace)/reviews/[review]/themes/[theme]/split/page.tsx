import type { Metadata } from "next";
import NextForm from "next/form";
import { Link } from "@/components/ui/link";
import { z } from "zod";
import { ContributionChoice } from "@/components/tag/recoding/contribution-choice";
import { SplitForm } from "@/components/tag/recoding/split-form";
import { ContributionWords } from "@/components/tag/coding/contribution-words";
import { shownContribution } from "@/components/tag/coding/shown-contribution";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { TextInput } from "@/components/ui/form/text-input";
import { Textarea } from "@/components/ui/form/textarea";
import { listContributions } from "@/lib/capture/contribution/queries/contributions";
import { countOf } from "@/lib/platform/text/count-words";
import { listContributionIdsOfTheme } from "@/lib/tag/recoding/queries/codebook-preview";
import { findRoundUsing } from "@/lib/tag/rounds/queries/round-themes";
import type { Theme } from "@/lib/tag/codebook/theme";
import { SignalWordsField } from "../../signal-words-field";
import { ThemeFields } from "../../theme-fields";
import { readThemeToChange } from "../read-theme";
import { RoundInTheWay } from "../round-in-the-way";
import { ThemeText } from "../theme-text";
import { split } from "./actions";

export const metadata: Metadata = { title: "Split a theme" };

/** As many contributions as one form can hold; a search by words lists others. */
const MOST = 300;

const Words = z.string().trim().min(1).max(200).optional().catch(undefined);

export default async function SplitThemePage({
  params,
  searchParams,
}: PageProps<"/reviews/[review]/themes/[theme]/split">) {
  const { viewer, review, theme, home, here, crumbs } = await readThemeToChange(params);
  const inReview = { id: theme.id, reviewId: review.id };
  const ids = await listContributionIdsOfTheme(viewer, inReview);
  const words = Words.parse((await searchParams).words);
  const { contributions, total } = await listContributions(viewer, {
    reviewId: review.id,
    ids,
    take: MOST,
    ...(words === undefined ? {} : { words }),
  });
  const round = await findRoundUsing(viewer, [theme.id]);
  return (
    <>
      <PageHeader
        title={`Split “${theme.title}”`}
        breadcrumb={[...crumbs, { label: "Split" }]}
        meta="This makes a second theme and moves the contributions you choose to it. You can undo it."
      />
      {theme.retired ? (
        <Notice title="this theme is retired">Restore it before you split it.</Notice>
      ) : round ? (
        <RoundInTheWay round={round} home={home} what="split" />
      ) : (
        <>
          <section aria-labelledby="now" className="mb-8 border-l-2 border-line pl-4">
            <h2 id="now" className="text-subheading">
              What it says now
            </h2>
            <ThemeText theme={theme} />
          </section>
          {(ids.length > MOST || words !== undefined) && (
            <NextForm action={`${here}/split`} className="mb-8 grid max-w-field gap-3">
              <TextInput
                name="words"
                type="search"
                label="Find contributions with these words"
                hint="Search before you fill in the rest, because searching reloads the page."
                defaultValue={words ?? ""}
              />
              <div>
                <Button type="submit" variant="quiet">
                  Search
                </Button>
              </div>
            </NextForm>
          )}
          <SplitForm
            action={split.bind(null, { reviewId: review.id, reviewSlug: review.slug })}
            title={theme.title}
            cancel={<Link href={here}>Cancel</Link>}
          >
            <input type="hidden" name="id" value={theme.id} />
            <input type="hidden" name="revision" value={theme.revision} />
            <div className="grid gap-x-10 gap-y-8 lg:grid-cols-2">
              <section aria-labelledby="new" className="grid content-start gap-6">
                <h2 id="new">The new theme</h2>
                <ThemeFields />
              </section>
              <section aria-labelledby="rest" className="grid content-start gap-6">
                <h2 id="rest">What is left of “{theme.title}”</h2>
                <RestFields theme={theme} />
              </section>
            </div>
            <section aria-labelledby="contributions">
              <h2 id="contributions">Its contributions</h2>
              <p className="mt-1 max-w-measure text-soft">
                {contributionsWords({ shown: contributions.length, found: total, all: ids.length })}
              </p>
              <ol className="mt-2">
                {contributions.map((contribution) => (
                  <li key={contribution.id} className="border-b border-faint py-4">
                    <ContributionWords contribution={shownContribution(contribution)}>
                      <ContributionChoice contributionId={contribution.id} />
                    </ContributionWords>
                  </li>
                ))}
              </ol>
            </section>
          </SplitForm>
        </>
      )}
    </>
  );
}

function contributionsWords({ shown, found, all }: { shown: number; found: number; all: number }): string {
  if (all === 0) return "It is not on any contribution yet.";
  const rest = all - shown;
  const listed = shown < found ? `The first ${shown} are listed` : `${countOf(shown, "contribution")} listed`;
  const left = rest > 0 ? ` ${listed}; the other ${rest} stay.` : "";
  return `A contribution that moves gets the new theme instead of this one. Choose “both” to keep this theme as well.${left}`;
}

function RestFields({
  theme,
}: {
  theme: Pick<Theme, "definition" | "includes" | "excludes" | "signalWords">;
}) {
  return (
    <>
      <Textarea
        name="restDefinition"
        label="Definition"
        hint="The title stays. You can change it afterwards."
        limit={400}
        rows={3}
        defaultValue={theme.definition}
      />
      <Textarea
        name="restIncludes"
        label="What belongs here"
        optional
        limit={600}
        rows={4}
        defaultValue={theme.includes}
      />
      <Textarea
        name="restExcludes"
        label="What does not belong here"
        hint="Such as what goes to the new theme."
        optional
        limit={600}
        rows={4}
        defaultValue={theme.excludes}
      />
      <SignalWordsField
        name="restSignalWords"
        defaultValue={theme.signalWords}
        hint="Move the words that belong to the new theme to its own list."
      />
    </>
  );
}
