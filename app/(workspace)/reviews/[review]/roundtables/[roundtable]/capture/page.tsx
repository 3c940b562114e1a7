import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { Link } from "@/components/ui/link";
import { readSessionState } from "@/app/api/capture/v1/session-state";
import { CaptureApp } from "@/components/capture/session/capture-app";
import { packStart } from "@/components/capture/session/packed-start";
import { openAtEndScript } from "@/components/capture/session/record/open-at-end";
import { LiveProblem, LiveStateTag } from "@/components/capture/session/live-state";
import { StateStep } from "@/components/capture/roundtable/state-step";
import { CAPTURE_SHELL } from "@/components/live/capture-shell";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/policy";
import { withoutDescriptions } from "@/lib/capture/session/descriptions";
import { countStanding, listShownContributions } from "@/lib/capture/session/queries/shown-contributions";
import { nextStates, recordingProblem, transitionAction } from "@/lib/capture/roundtable/states";
import { CONFIDENTIALITY_WORDS } from "@/lib/capture/roundtable/roundtable-words";
import { countOf } from "@/lib/platform/text/count-words";
import { readRoundtable, roundtableHref } from "../read-roundtable";
import { changeState } from "../actions";
import { PlainCapture } from "./plain-capture";

export const metadata: Metadata = { title: "Capture" };

/** A keyboard on the screen makes the window lower, so that the bar stays above it. */
export const viewport: Viewport = { interactiveWidget: "resizes-content" };

type Props = PageProps<"/reviews/[review]/roundtables/[roundtable]/capture">;

const NO_CONTRIBUTIONS = { contributions: [], earlier: true };

export default async function Capture({ params, searchParams }: Props) {
  const { viewer, review, roundtable, slugs, crumbs } = await readRoundtable(params);
  const query = await searchParams;
  const asked = await headers();
  const shell = asked.get(CAPTURE_SHELL) !== null;
  const nonce = asked.get("x-nonce") ?? "";
  const [shown, record] = await Promise.all([
    readSessionState(viewer, roundtable.id),
    shell ? NO_CONTRIBUTIONS : listShownContributions(viewer, roundtable.id, "latest"),
  ]);
  const total = record.earlier && !shell ? await countStanding(viewer, roundtable.id) : 0;
  const session = shell ? withoutDescriptions(shown) : shown;
  const now = { roundtableId: roundtable.id, state: roundtable.state };
  const records =
    recordingProblem(roundtable.state) === null &&
    can(viewer, "contribution.record", { reviewId: review.id });
  const ends =
    roundtable.state === "in_session" &&
    nextStates(roundtable.state).includes("read_back") &&
    can(viewer, transitionAction("read_back"), { reviewId: review.id });
  const present = session.participants.filter((one) => one.present && !one.host).length;
  const here = roundtableHref(slugs, "capture");
  const allHref = `/reviews/${review.slug}/contributions?roundtable=${roundtable.slug}`;
  const plain = query.form !== undefined || query.logged !== undefined;
  return (
    <>
      <PageHeader
        title="Capture"
        breadcrumb={[...crumbs, { label: "Capture" }]}
        meta={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <LiveStateTag key={roundtable.state} {...now} />
            {countOf(present, "person", "people")} present ·{" "}
            {CONFIDENTIALITY_WORDS[roundtable.confidentiality]}
          </span>
        }
        actions={
          <>
            <Link href={roundtableHref(slugs, "people")}>People and tables</Link>
            {records && (
              <Link href={plain ? here : `${here}?form=plain`}>
                {plain ? "Log with the bar" : "Log with a plain form"}
              </Link>
            )}
          </>
        }
      />
      <LiveProblem key={roundtable.state} {...now} href={roundtableHref(slugs)} />
      {plain ? (
        <PlainCapture viewer={viewer} roundtable={roundtable} slugs={slugs} query={query} records={records} />
      ) : (
        <>
          <noscript>
            <p className="mb-4">
              JavaScript is switched off in this browser.{" "}
              <a href={`${here}?form=plain`}>Use the plain form</a>.
              {record.earlier && (
                <>
                  {" "}
                  You see the end of the record: <a href={allHref}>all contributions</a>.
                </>
              )}
            </p>
          </noscript>
          <CaptureApp
            start={packStart({
              session,
              contributions: record.contributions,
              earlier: record.earlier,
              total,
            })}
            allHref={allHref}
            userId={viewer.userId}
            here={here}
            end={
              ends && !shell ? (
                <StateStep roundtable={roundtable} to="read_back" action={changeState.bind(null, slugs)} />
              ) : null
            }
            contributionsHref={`/reviews/${review.slug}/contributions`}
          />
          {/* As inline HTML it runs when the page is parsed, and not on client-side navigation. */}
          <div
            hidden
            suppressHydrationWarning
            dangerouslySetInnerHTML={{ __html: `<script nonce="${nonce}">${openAtEndScript()}</script>` }}
          />
        </>
      )}
    </>
  );
}
