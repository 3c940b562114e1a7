import type { Metadata } from "next";
import { z } from "zod";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { forPage, pageViewer } from "@/lib/access/page";
import { STANCE_ORDER } from "@/lib/capture/contribution/stance";
import { countOf } from "@/lib/platform/text/count-words";
import { MAX_IN_BATCH } from "@/lib/tag/coding/batch";
import { codingAddress, searchOf } from "@/lib/tag/coding/coding-filter";
import { previewBatch } from "@/lib/tag/coding/queries/batches";
import { readSearch } from "../read-search";
import { BatchContributions } from "./batch-contributions";
import { BatchTagging } from "./batch-tagging";
import { ConfirmBatch } from "./confirm-batch";

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
        <>
          <BatchTagging
            here={`${coding}/batch`}
            search={search}
            themes={inUse}
            theme={theme}
            stance={stance}
          />
          {theme && (
            <ConfirmBatch
              reviewSlug={review.slug}
              search={search}
              theme={theme}
              stance={stance}
              ids={ids}
              already={already}
              back={back}
            />
          )}
          <BatchContributions contributions={contributions} total={ids.length} />
        </>
      )}
    </>
  );
}
