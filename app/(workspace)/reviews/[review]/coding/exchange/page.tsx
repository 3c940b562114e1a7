import type { Metadata } from "next";
import Link from "next/link";
import { z } from "zod";
import { ExchangeUpload } from "@/components/tag/exchange-upload";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Radios } from "@/components/ui/radios";
import { Select } from "@/components/ui/select";
import { forPage, pageViewer } from "@/lib/access/page";
import { getReview } from "@/lib/capture/queries";
import { listRoundtableTitles } from "@/lib/capture/queries/roundtables";
import { MAX_PROJECT_BYTES, MOST_ENTRIES, MOST_LINES, TOO_LARGE } from "@/lib/tag/exchange/limits";
import { findProjectImport } from "@/lib/tag/queries/project-imports";
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
    hint: "Only lines of closed roundtables that were cleared, with their masks, and whose speakers permit that their words are read. No speakers, times, order or attributes, no notes, and coders are numbered. Small numbers are not withheld in it: whoever has it can count the lines of a theme.",
  },
  {
    value: "own",
    label: "For the facilitators’ own use",
    hint: "The words of everybody, also of those whose words nobody else may read, with labels, notes and coders’ names. Of speakers it says what their roundtable’s confidentiality allows. Never pass it on.",
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
        meta="Coded lines as a project that NVivo, ATLAS.ti, MAXQDA and other programs open (REFI-QDA, .qdpx), and such projects back."
      />
      {done.success && <ImportDone done={done.data} found={found} />}
      <section aria-labelledby="take-out">
        <h2 id="take-out">Take coding out</h2>
        {roundtables.length === 0 ? (
          <EmptyState title="There are no roundtables yet">
            Once lines are logged, they can be taken out here.
          </EmptyState>
        ) : (
          <form action={`${coding}/exchange/project.qdpx`} method="get" className="mt-3 grid gap-6">
            <Radios name="kind" label="What the file is for" options={KINDS} defaultValue="share" />
            <Select
              name="roundtable"
              label="Roundtable"
              hint={`One file takes up to ${MOST_LINES.toLocaleString("en-GB")} lines, and ${MOST_ENTRIES.toLocaleString("en-GB")} lines, codings and notes together.`}
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
          Each download is noted in the audit log. What is set in a blind round stays out until everybody has
          finished it; suggestions, struck and removed lines are never in it. What is set under a theme that
          is retired goes out under a code that nothing new can be set under. A file that was made is not
          called back when somebody narrows their permission: make it anew.
        </p>
      </section>
      <section aria-labelledby="bring-in" className="mt-10">
        <h2 id="bring-in">Bring coding in</h2>
        <p className="mt-1 mb-5 max-w-measure">
          Choose a project file. You then see what of it is about lines of this review, and nothing is done
          before you confirm it. Lines and people are known by the identifiers that a file from here gives
          them. Where a program gave identifiers of its own, lines are known by their words: a text is a
          roundtable’s where at least half of its rows are lines of it. Themes are known by their identifiers
          or their titles. What is here stays, and what a file sets on lines can be taken back in one step.
          Themes alone are brought in{" "}
          <Link href={`/reviews/${review.slug}/themes/exchange`}>with the codebook</Link>.
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
