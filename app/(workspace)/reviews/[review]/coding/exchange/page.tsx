import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { z } from "zod";
import { ExchangeUpload } from "@/components/tag/exchange/exchange-upload";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Radios } from "@/components/ui/form/radios";
import { Select } from "@/components/ui/form/select";
import { forPage, pageViewer } from "@/lib/access/page";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { listRoundtableTitles } from "@/lib/capture/roundtable/queries/roundtables";
import {
  MAX_PROJECT_BYTES,
  MAX_ENTRIES,
  MAX_CONTRIBUTIONS,
  TOO_LARGE,
} from "@/lib/tag/exchange/format/limits";
import { findProjectImport } from "@/lib/tag/exchange/queries/project-imports";
import { bringInProject } from "./actions";
import { ImportDone } from "./import-done";

export const metadata: Metadata = { title: "Exchange coding" };

type Props = PageProps<"/reviews/[review]/coding/exchange">;

const count = z.coerce.number().int().nonnegative().catch(0);
const Done = z.object({ import: z.uuid(), taggings: count, memos: count, themes: count, gone: count });

const KINDS = [
  {
    value: "share",
    label: "To share",
    hint: "Includes only cleared contributions from closed roundtables, with their masks, where the speaker allows their words to be read. It leaves out speakers, times, order, attributes and memos, and coders are numbered. It does not withhold small numbers: anyone who has the file can count the contributions under a theme.",
  },
  {
    value: "own",
    label: "For the facilitators’ own use",
    hint: "Includes everybody’s words, including those that only facilitators may read, with labels, memos and coders’ names. It describes speakers as far as the roundtable’s confidentiality allows. Do not pass it on.",
  },
];

export default async function CodingExchange({ params, searchParams }: Props) {
  const viewer = await pageViewer();
  const review = await forPage(getReview(viewer, (await params).review));
  const roundtables = await forPage(listRoundtableTitles(viewer, review.id));
  const done = Done.safeParse(await searchParams);
  const found = done.success ? await findProjectImport(viewer, review.id, done.data.import) : null;
  const coding = `/reviews/${review.slug}/coding`;
  return (
    <>
      <PageHeader
        title="Exchange coding"
        breadcrumb={[
          { label: review.title, href: `/reviews/${review.slug}` },
          { label: "Set themes", href: coding },
          { label: "Exchange" },
        ]}
        meta="Export coded contributions as a project for NVivo, ATLAS.ti, MAXQDA and other programs (REFI-QDA, .qdpx), or import a project from them."
      />
      {done.success && <ImportDone done={done.data} found={found} />}
      <section aria-labelledby="take-out">
        <h2 id="take-out">Export coding</h2>
        {roundtables.length === 0 ? (
          <EmptyState title="There are no roundtables yet">
            You can export contributions here once they have been logged.
          </EmptyState>
        ) : (
          <form action={`${coding}/exchange/project.qdpx`} method="get" className="mt-3 grid gap-6">
            <Radios name="kind" label="What the file is for" options={KINDS} defaultValue="share" />
            <Select
              name="roundtable"
              label="Roundtable"
              hint={`A file can hold up to ${MAX_CONTRIBUTIONS.toLocaleString("en-GB")} contributions, and ${MAX_ENTRIES.toLocaleString("en-GB")} contributions, codings and memos in total.`}
              options={[
                { value: "", label: "All roundtables" },
                ...roundtables.map(({ slug, title }) => ({ value: slug, label: title })),
              ]}
              defaultValue=""
            />
            <div>
              <Button type="submit">Download the project</Button>
            </div>
          </form>
        )}
        <p className="mt-4 max-w-measure text-meta text-soft">
          Each download is recorded in the audit log. Coding from a blind round is left out until everybody
          has finished. Suggestions, and contributions that were struck out or removed, are always left out.
          Coding under a retired theme is exported under a code that cannot be used for anything new. A
          downloaded file does not change if somebody narrows their permission later, so download a new one.
        </p>
      </section>
      <section aria-labelledby="bring-in" className="mt-10">
        <h2 id="bring-in">Import coding</h2>
        <p className="mt-1 mb-5 max-w-measure">
          Choose a project file. You can check which parts of it match this review, and nothing changes until
          you confirm. We match contributions and people by the identifiers in a file that was exported from
          here. If another program used its own identifiers, we match contributions by their words: a text
          belongs to a roundtable if at least half of its rows are contributions from it. We match themes by
          identifier or title. Existing coding stays, and you can undo the import in one step. To import
          themes only, go to{" "}
          <Link href={`/reviews/${review.slug}/themes/exchange`}>Exchange the codebook</Link>.
        </p>
        <ExchangeUpload
          action={bringInProject}
          reviewSlug={review.slug}
          hint="A REFI-QDA project (.qdpx). Up to 10 MB."
          accept=".qdpx"
          maxBytes={MAX_PROJECT_BYTES}
          tooLarge={TOO_LARGE}
        />
      </section>
    </>
  );
}
