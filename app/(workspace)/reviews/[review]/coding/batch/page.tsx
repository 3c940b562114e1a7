import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import NextForm from "next/form";
import { z } from "zod";
import { ContributionWords } from "@/components/tag/coding/contribution-words";
import { shownContribution } from "@/components/tag/coding/shown-contribution";
import { Button, ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Form } from "@/components/ui/form/form";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Select } from "@/components/ui/form/select";
import { forPage, pageViewer } from "@/lib/access/page";
import { STANCE_ORDER, STANCES } from "@/lib/capture/contribution/stance";
import { countOf } from "@/lib/platform/count-words";
import { contributionsDigest, MAX_IN_BATCH } from "@/lib/tag/coding/batch";
import { codingAddress, searchOf } from "@/lib/tag/coding/coding-filter";
import { previewBatch } from "@/lib/tag/coding/queries/batches";
import { choiceWords } from "@/lib/tag/codebook/theme";
import { readSearch } from "../read-search";
import { setOnAll } from "./actions";

export const metadata: Metadata = { title: "Set one theme on all contributions of a search" };

const Chosen = z.object({
  set: z.uuid().optional().catch(undefined),
  stance: z.enum(STANCE_ORDER).optional().catch(undefined),
});

export default async function BatchPage({
  params,
  searchParams,
}: PageProps<"/reviews/[review]/coding/batch">) {
  const viewer = await pageViewer();
  const query = await searchParams;
  const { review, filters, filter, themes } = await readSearch(viewer, (await params).review, query);
  const chosen = Chosen.parse(query);
  const inUse = themes.filter(({ retired }) => !retired);
  const theme = inUse.find(({ id }) => id === chosen.set);
  const { stance = "observation" } = chosen;
  const { ids, already, contributions } = await forPage(
    previewBatch(viewer, filter, theme ? { themeId: theme.id, stance } : null),
  );
  const coding = `/reviews/${review.slug}/coding`;
  const search = searchOf(filters);
  const back = codingAddress(coding, search);
  const tooMany = ids.length > MAX_IN_BATCH;
  return (
    <>
      <PageHeader
        title="Set one theme on all contributions of a search"
        breadcrumb={[
          { label: review.title, href: `/reviews/${review.slug}` },
          { label: "Set themes", href: back },
          { label: "All contributions of a search" },
        ]}
        meta={
          tooMany
            ? `More than ${MAX_IN_BATCH.toLocaleString("en-GB")} contributions`
            : countOf(ids.length, "contribution")
        }
      />
      {ids.length === 0 && (
        <EmptyState title="No contribution matches">Go back, choose other filters and try again.</EmptyState>
      )}
      {tooMany && (
        <Notice title="There are too many contributions">
          Go back and narrow your search. You can tag up to {MAX_IN_BATCH.toLocaleString("en-GB")}{" "}
          contributions at once.
        </Notice>
      )}
      {ids.length > 0 && !tooMany && (
        <NextForm action={`${coding}/batch`} className="grid max-w-field gap-4">
          {Object.entries(search).map(
            ([name, value]) =>
              value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
          )}
          <Select
            name="set"
            label="Theme"
            placeholder="Choose a theme"
            options={inUse.map((one) => ({ value: one.id, label: choiceWords(one) }))}
            defaultValue={theme?.id ?? ""}
          />
          <Select
            name="stance"
            label="Stance"
            options={STANCE_ORDER.map((one) => ({ value: one, label: STANCES[one].word }))}
            defaultValue={stance}
          />
          <div>
            <Button type="submit" variant={theme ? "quiet" : "primary"}>
              Preview the change
            </Button>
          </div>
        </NextForm>
      )}
      {theme && ids.length > 0 && !tooMany && (
        <section aria-labelledby="preview" className="mt-8 border-t border-line pt-5">
          <h2 id="preview">
            {theme.title}, {STANCES[stance].word.toLowerCase()}, on {countOf(ids.length, "contribution")}
          </h2>
          <p className="mt-1 max-w-measure">
            {already === 0
              ? "You have not set it on any of them yet."
              : `You have already set it on ${already} of them. Those do not change.`}{" "}
            Themes set by colleagues stay. You can undo the whole change in one step.
          </p>
          <Form
            action={setOnAll}
            submitLabel={`Set ${theme.title} on ${countOf(ids.length, "contribution")}`}
            actions={
              <ButtonLink href={back} variant="quiet">
                Cancel
              </ButtonLink>
            }
          >
            <input type="hidden" name="reviewSlug" value={review.slug} />
            <input type="hidden" name="search" value={codingAddress("", search).slice(1)} />
            <input type="hidden" name="themeId" value={theme.id} />
            <input type="hidden" name="stance" value={stance} />
            <input type="hidden" name="expected" value={contributionsDigest(ids)} />
            <input type="hidden" name="id" value={randomUUID()} />
          </Form>
        </section>
      )}
      {contributions.length > 0 && !tooMany && (
        <section aria-labelledby="contributions" className="mt-8">
          <h2 id="contributions">
            {contributions.length < ids.length
              ? `The first ${contributions.length} of ${countOf(ids.length, "contribution")}`
              : "The contributions"}
          </h2>
          <ol>
            {contributions.map((contribution) => (
              <li key={contribution.id} className="border-b border-faint py-3">
                <ContributionWords contribution={shownContribution(contribution)} />
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}
