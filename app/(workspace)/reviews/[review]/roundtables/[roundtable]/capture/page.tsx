import type { Metadata } from "next";
import { headers } from "next/headers";
import Link from "next/link";
import { roomState } from "@/app/api/capture/v1/room-state";
import { CaptureApp } from "@/components/capture/room/capture-app";
import { StateTag } from "@/components/capture/state-tag";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/policy";
import { listShownLines } from "@/lib/capture/queries/shown-lines";
import { recordingProblem } from "@/lib/capture/roundtable";
import { CONFIDENTIALITY_WORDS, countOf } from "@/lib/capture/words";
import { readRoundtable, roundtableHref } from "../read-roundtable";
import { PlainCapture } from "./plain-capture";

export const metadata: Metadata = { title: "Capture" };

type Props = PageProps<"/reviews/[review]/roundtables/[roundtable]/capture">;

/** The service worker asks for the page to keep for a reload without network: nobody's words are in that one. */
const SHELL = "x-capture-shell";
const NO_LINES = { lines: [], earlier: true };

export default async function Capture({ params, searchParams }: Props) {
  const { viewer, review, roundtable, slugs, crumbs } = await readRoundtable(params);
  const query = await searchParams;
  const shell = (await headers()).get(SHELL) !== null;
  const [room, record] = await Promise.all([
    roomState(viewer, roundtable.id),
    shell ? NO_LINES : listShownLines(viewer, roundtable.id, "all"),
  ]);
  const problem = recordingProblem(roundtable.state);
  const records = problem === null && can(viewer, "contribution.record", { reviewId: review.id });
  const present = room.participants.filter((one) => one.present && !one.host).length;
  const here = roundtableHref(slugs, "capture");
  const plain = query.form !== undefined || query.logged !== undefined;
  return (
    <>
      <PageHeader
        title="Capture"
        breadcrumb={[...crumbs, { label: "Capture" }]}
        meta={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <StateTag state={roundtable.state} />
            {countOf(present, "person", "people")} present ·{" "}
            {CONFIDENTIALITY_WORDS[roundtable.confidentiality]}
          </span>
        }
        actions={
          <>
            <Link href={roundtableHref(slugs, "people")}>People and tables</Link>
            {records && (
              <Link href={plain ? here : `${here}?form=plain`}>{plain ? "The bar" : "Plain form"}</Link>
            )}
          </>
        }
      />
      {problem && (
        <p className="mb-6 max-w-measure border-l-4 border-accent bg-accent-soft px-4 py-3">
          {problem} <Link href={roundtableHref(slugs)}>The roundtable’s page</Link>
        </p>
      )}
      {record.earlier && !shell && (
        <p className="mb-4 text-meta">
          You are at the end of the record.{" "}
          <Link href={`/reviews/${review.slug}/contributions?roundtable=${roundtable.slug}`}>All lines</Link>
        </p>
      )}
      {plain ? (
        <PlainCapture viewer={viewer} roundtable={roundtable} slugs={slugs} query={query} records={records} />
      ) : (
        <>
          <noscript>
            <p className="mb-4">
              JavaScript is switched off in this browser.{" "}
              <a href={`${here}?form=plain`}>Use the plain form</a>.
            </p>
          </noscript>
          <CaptureApp
            start={{ room, lines: record.lines, earlier: record.earlier }}
            userId={viewer.userId}
            here={here}
            linesHref={`/reviews/${review.slug}/contributions`}
          />
        </>
      )}
    </>
  );
}
