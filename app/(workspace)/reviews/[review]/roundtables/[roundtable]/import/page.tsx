import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { ImportUpload } from "@/components/capture/import/import-upload";
import { RefreshOnChange } from "@/app/(workspace)/refresh-on-change";
import { Details } from "@/components/ui/details";
import { PageHeader } from "@/components/ui/page-header";
import { forPage } from "@/lib/access/page";
import { findRefusal, listImports } from "@/lib/capture/import/queries/imports";
import { recordingProblem } from "@/lib/capture/roundtable/states";
import { readRoundtable, roundtableHref } from "../read-roundtable";
import { PastImports } from "./past-imports";

export const metadata: Metadata = { title: "Import from a file" };

type Props = PageProps<"/reviews/[review]/roundtables/[roundtable]/import">;

const TEMPLATE = `data:text/csv;charset=utf-8,${encodeURIComponent("text,speaker,question,stance,wording,source,time\r\n")}`;

export default async function ImportPage({ params, searchParams }: Props) {
  const { viewer, roundtable, slugs, crumbs } = await readRoundtable(params);
  const imports = await forPage(listImports(viewer, roundtable.id));
  const { refused } = await searchParams;
  const reason = typeof refused === "string" ? await findRefusal(viewer, roundtable.id, refused) : null;
  const problem =
    roundtable.state === "planned"
      ? "The session has not started. Start it on the roundtable’s page, then choose a file here."
      : recordingProblem(roundtable.state);
  return (
    <>
      <RefreshOnChange
        watch={{ reviewId: roundtable.reviewId, roundtableId: roundtable.id }}
        kind="roundtable.changed"
      />
      <PageHeader title="Import from a file" breadcrumb={[...crumbs, { label: "Import" }]} />
      {problem ? (
        <p className="max-w-measure">
          {problem} <Link href={roundtableHref(slugs)}>The roundtable’s page</Link>
        </p>
      ) : (
        <>
          <p className="max-w-measure">
            Choose a file. You can then say what its columns contain and who its speakers are, and check what
            will happen to each row. Nothing is added to the record until you confirm.
          </p>
          <div className="mt-3">
            <Details summary="Files you can import">
              <ul className="grid list-disc gap-2 pl-5">
                <li>
                  A table, as CSV or Excel workbook: a contribution in each row, or a survey with a question
                  in each column.{" "}
                  <a href={TEMPLATE} download="contributions.csv">
                    Download an empty one
                  </a>
                </li>
                <li>
                  A document or plain text: with <code>Name:</code>, <code>[P07]</code> or a name and a time
                  before what each person says, or a paragraph for each contribution.
                </li>
                <li>
                  Transcripts and subtitles of Teams, Zoom, Meet, Word, Otter, YouTube and others, and the
                  chat of a meeting.
                </li>
                <li>The file of waiting contributions that you downloaded from the capture page.</li>
              </ul>
            </Details>
          </div>
          <ImportUpload address={`/api/import?roundtable=${roundtable.id}`} refused={reason} />
        </>
      )}
      <PastImports imports={imports} slugs={slugs} closed={roundtable.state === "closed"} />
    </>
  );
}
