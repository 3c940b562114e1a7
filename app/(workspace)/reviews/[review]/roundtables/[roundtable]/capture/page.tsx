import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import Link from "next/link";
import { InTheRoom } from "@/components/capture/in-the-room";
import { questionOptions, speakerOptions } from "@/components/capture/line-choices";
import { LogForm } from "@/components/capture/log-form";
import { StateTag } from "@/components/capture/state-tag";
import { RefreshOnChange } from "@/components/live/refresh-on-change";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/policy";
import { listParticipants } from "@/lib/capture/queries/participants";
import { listRecord } from "@/lib/capture/queries/lines";
import { recordingProblem } from "@/lib/capture/roundtable";
import { CONFIDENTIALITY_WORDS, countOf } from "@/lib/capture/words";
import { STANCE_ORDER, STANCES } from "@/lib/tag/stance";
import { readRoundtable, roundtableHref } from "../read-roundtable";
import { log } from "./actions";
import { RecordSections } from "./record-sections";

export const metadata: Metadata = { title: "Capture" };

type Props = PageProps<"/reviews/[review]/roundtables/[roundtable]/capture">;

/** As many lines as a page stays quick with; those before are in the list of contributions. */
const SHOWN = 150;

export default async function Capture({ params, searchParams }: Props) {
  const { viewer, review, roundtable, slugs, crumbs } = await readRoundtable(params);
  const query = await searchParams;
  const { lines, earlier } = await listRecord(viewer, roundtable.id, SHOWN);
  const participants = await listParticipants(viewer, roundtable.id);
  const problem = recordingProblem(roundtable.state);
  const records = problem === null && can(viewer, "contribution.record", { reviewId: review.id });
  const text = (name: string) => (typeof query[name] === "string" ? query[name] : "");
  const present = participants.filter((one) => one.present && !one.host).length;
  return (
    <>
      <RefreshOnChange watch={{ reviewId: review.id, roundtableId: roundtable.id }} />
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
            <Link href={roundtableHref(slugs, "people")}>People</Link>
            {records && lines.length > 3 && <a href="#log">Log a line</a>}
          </>
        }
      />
      <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <div className="min-w-0">
          {earlier && (
            <p className="mb-4 text-meta">
              The last {SHOWN} lines are here.{" "}
              <Link href={`/reviews/${review.slug}/contributions?roundtable=${roundtable.slug}`}>
                All lines
              </Link>
            </p>
          )}
          <RecordSections lines={lines} reviewSlug={review.slug} editable={records} />
          {records ? (
            <section
              id="log"
              aria-label="Log a line"
              className="bottom-0 z-10 mt-2 border-t-2 border-ink bg-paper pt-3 pb-4 md:[@media(min-height:46rem)]:sticky print:hidden"
            >
              <LogForm
                key={text("logged")}
                action={log.bind(null, slugs)}
                roundtableId={roundtable.id}
                lineId={randomUUID()}
                speakers={speakerOptions(participants)}
                questions={questionOptions(roundtable.questions)}
                stances={STANCE_ORDER.map((value) => ({
                  value,
                  label: `${STANCES[value].sign} ${STANCES[value].word}`,
                }))}
                last={{
                  source: text("source"),
                  questionId:
                    text("question") || (lines.at(-1)?.question?.id ?? roundtable.questions[0]?.id ?? ""),
                }}
                goOn={text("logged") !== ""}
              />
            </section>
          ) : (
            problem && (
              <p className="mt-6 max-w-measure border-t-2 border-ink pt-4">
                {problem} <Link href={roundtableHref(slugs)}>The roundtable’s page</Link>
              </p>
            )
          )}
        </div>
        <aside
          aria-label="In the room"
          className="lg:sticky lg:top-6 lg:max-h-[calc(100vh-3rem)] lg:self-start lg:overflow-y-auto"
          tabIndex={0}
        >
          <InTheRoom participants={participants} />
        </aside>
      </div>
    </>
  );
}
