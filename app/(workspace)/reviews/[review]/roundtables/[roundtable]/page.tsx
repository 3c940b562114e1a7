import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { RefreshOnChange } from "@/app/(workspace)/refresh-on-change";
import { StateTag } from "@/components/capture/roundtable/state-tag";
import { PageHeader } from "@/components/ui/page-header";
import { TaskList } from "@/components/ui/navigation/task-list";
import { can } from "@/lib/access/policy";
import { countedWords } from "@/lib/capture/contribution/counted-words";
import { countContributions } from "@/lib/capture/contribution/queries/counted";
import { countLate } from "@/lib/capture/session/queries/late-entries";
import { getProgress } from "@/lib/capture/roundtable/queries/roundtables";
import type { Roundtable, RoundtableProgress } from "@/lib/capture/roundtable/roundtable";
import { nextStates, transitionAction } from "@/lib/capture/roundtable/states";
import {
  CONFIDENTIALITY_MEANS,
  CONFIDENTIALITY_WORDS,
  placeWords,
} from "@/lib/capture/roundtable/roundtable-words";
import { countOf } from "@/lib/platform/text/count-words";
import { formatDate, formatInstant } from "@/lib/platform/text/dates";
import { readRoundtable, roundtableHref, type RoundtableSlugs } from "./read-roundtable";
import { RecordCheck } from "./record-check";
import { StepDone } from "./step-done";
import { WhatNext } from "./what-next";

type Props = PageProps<"/reviews/[review]/roundtables/[roundtable]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { roundtable } = await readRoundtable(params);
  return { title: roundtable.title };
}

export default async function RoundtablePage({ params, searchParams }: Props) {
  const { viewer, review, roundtable, slugs, crumbs } = await readRoundtable(params);
  const query = await searchParams;
  const progress = await getProgress(viewer, roundtable.id);
  const counted = countedWords(await countContributions(viewer, review.id, roundtable.id));
  const late = can(viewer, "late.decide", { reviewId: review.id })
    ? await countLate(viewer, roundtable.id)
    : 0;
  const steps = nextStates(roundtable.state).filter((to) =>
    can(viewer, transitionAction(to), { reviewId: review.id }),
  );
  return (
    <>
      <RefreshOnChange watch={{ reviewId: review.id, roundtableId: roundtable.id }} />
      <PageHeader
        title={roundtable.title}
        breadcrumb={crumbs.slice(0, 1)}
        meta={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <StateTag state={roundtable.state} />
            {formatDate(roundtable.heldOn)}, {placeWords(roundtable)}
          </span>
        }
      />
      <StepDone roundtable={roundtable} query={query} />
      <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0">
          <TaskList tasks={[...tasksOf(roundtable, progress, counted, slugs), ...lateTask(late, slugs)]} />
          <WhatNext
            viewer={viewer}
            review={review}
            roundtable={roundtable}
            progress={progress}
            slugs={slugs}
            steps={steps}
          />
          <Questions roundtable={roundtable} />
        </div>
        <aside aria-label="About this roundtable" className="min-w-0">
          <dl className="border-t border-line text-meta">
            {aboutOf(roundtable).map(({ key, value }) => (
              <div key={key} className="border-b border-faint py-2.5">
                <dt className="text-sm text-soft">{key}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          {roundtable.recordHash && (
            <RecordCheck
              viewer={viewer}
              roundtableId={roundtable.id}
              contributions={progress.contributions}
              asked={query.check === "record"}
              here={roundtableHref(slugs)}
            />
          )}
          <p className="mt-3 text-meta">
            <Link href={roundtableHref(slugs, "change")}>Change these details and the questions</Link>
          </p>
          {can(viewer, "audit.read", { reviewId: review.id }) && (
            <p className="mt-3 text-meta">
              <Link href={`/reviews/${slugs.review}/audit?roundtable=${slugs.roundtable}`}>
                Who has read this roundtable
              </Link>
            </p>
          )}
        </aside>
      </div>
    </>
  );
}

function tasksOf(
  { state }: Roundtable,
  progress: RoundtableProgress,
  counted: string | null,
  slugs: RoundtableSlugs,
) {
  const { people, registered, heard, contributions, untagged, uncleared } = progress;
  const done = (left: number, words: string) =>
    contributions === 0 ? "Nothing yet" : left === 0 ? "All done" : words;
  return [
    {
      title: "People",
      href: roundtableHref(slugs, "people"),
      hint: "Who is taking part, and what each of them permits.",
      status: registered === 0 ? "Nobody yet" : `${people} of ${registered} present`,
    },
    {
      title: "Capture",
      ...(state === "planned" ? {} : { href: roundtableHref(slugs, "capture") }),
      hint:
        state === "planned"
          ? "Opens when the session starts."
          : [`${heard} of ${people} heard so far.`, counted].filter(Boolean).join(" "),
      status: countOf(contributions, "contribution"),
    },
    {
      title: "Import from a file",
      ...(state === "in_session" || state === "read_back" ? { href: roundtableHref(slugs, "import") } : {}),
      hint: "A transcript, a spreadsheet, subtitles, a chat or a document.",
      status: state === "closed" ? "The record is closed" : "If there is one",
    },
    {
      title: "Set themes",
      href: `/reviews/${slugs.review}/coding?roundtable=${slugs.roundtable}${untagged > 0 ? "&left=untagged" : ""}`,
      hint: "Findings and figures are made from contributions that have a theme.",
      status: done(untagged, `${countOf(untagged, "contribution")} without a theme`),
    },
    {
      title: "Clear for reviewers",
      href: roundtableHref(slugs, "clear"),
      hint: "Mask anything that could identify somebody.",
      status: done(uncleared, `${countOf(uncleared, "contribution")} to clear`),
    },
  ];
}

/** What arrived after the closing waits for the lead. */
function lateTask(late: number, slugs: RoundtableSlugs) {
  if (late === 0) return [];
  const status = `${countOf(late, "entry", "entries")} to decide on`;
  return [
    {
      title: "Late contributions",
      href: roundtableHref(slugs, "late"),
      hint: "They arrived after the roundtable closed.",
      status,
    },
  ];
}

function aboutOf(roundtable: Roundtable) {
  const { host, confidentiality, closedAt, recordHash } = roundtable;
  return [
    { key: "Host", value: host },
    {
      key: "Confidentiality",
      value: (
        <>
          {CONFIDENTIALITY_WORDS[confidentiality]}
          <span className="block text-meta text-soft">{CONFIDENTIALITY_MEANS[confidentiality]}</span>
        </>
      ),
    },
    ...(closedAt && recordHash
      ? [
          { key: "Closed", value: formatInstant(closedAt) },
          { key: "Record hash", value: <code className="text-sm break-all">{recordHash}</code> },
        ]
      : []),
  ];
}

function Questions({ roundtable: { questions } }: { roundtable: Roundtable }) {
  return (
    <section aria-labelledby="questions" className="mt-10">
      <h2 id="questions">Discussion questions</h2>
      {questions.length === 0 ? (
        <p className="mt-2 text-soft">None yet. You can log contributions without a question.</p>
      ) : (
        <ol className="mt-2 grid max-w-measure gap-1.5">
          {questions.map(({ id, position, text }) => (
            <li key={id} className="grid grid-cols-[2rem_1fr]">
              <span className="text-soft tabular-nums">{position}.</span>
              {text}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
