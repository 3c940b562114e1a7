import { NewerReleaseNotice } from "@/components/report/draft/newer-release";
import { QuickForm } from "@/components/report/draft/quick-form";
import { AcceptedList } from "@/components/report/regenerate/accepted-list";
import { ProposalItem } from "@/components/report/regenerate/proposal-item";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { forPage, requireForPage } from "@/lib/access/page";
import { countOf } from "@/lib/platform/text/count-words";
import { formatDate } from "@/lib/platform/text/dates";
import { plainText, runInTitle, typeOf } from "@/lib/report/draft/block";
import { getNewerRelease } from "@/lib/report/draft/queries/newer-release";
import { keyOfAll, ofUnedited } from "@/lib/report/regenerate/answer-input";
import type { DraftedBlock, Proposal } from "@/lib/report/regenerate/proposal";
import { listAccepted } from "@/lib/report/regenerate/queries/accepted-changes";
import { getProposals } from "@/lib/report/regenerate/queries/regenerating";
import { bind } from "../../actions";
import { crumbs, reportPath } from "../../shown-report";
import { readReport, reportTitle } from "../read-report";
import { acceptAll, answer, takeBack } from "./actions";
import { DONE } from "./done";

type Props = PageProps<"/reviews/[review]/reports/[report]/regenerate">;

const TITLE = "What the evidence has changed";

export const generateMetadata = ({ params }: Props) => reportTitle(params, TITLE);

/** What the evidence has changed in a draft since it was generated, as proposals, one after another. */
export default async function Regenerate({ params, searchParams }: Props) {
  const { viewer, report } = await readReport(params);
  await requireForPage(viewer, "report.write", report);
  const { proposals, drafted, release } = await forPage(getProposals(viewer, report));
  const accepted = await forPage(listAccepted(viewer, report));
  const here = drafted.filter(({ removedAt }) => removedAt === null);
  const newer = await forPage(getNewerRelease(viewer, report, here));
  const done = DONE[String((await searchParams).done)];
  const page = `${reportPath(report)}/regenerate`;
  const from = release
    ? `Compared with today’s findings, in the words and with the figures of release ${release.number} of ${formatDate(release.createdAt)}`
    : "Compared with today’s findings; no release covers this report yet, so there are no figures";
  return (
    <>
      <PageHeader
        title={TITLE}
        breadcrumb={crumbs(report, "here")}
        meta={proposals.length > 0 ? `${countOf(proposals.length, "proposal")}. ${from}` : from}
      />
      <div id="proposals" className="grid gap-8">
        {done && (
          <div role="status">
            <Notice {...done.look}>{done.words}</Notice>
          </div>
        )}
        {newer && <NewerReleaseNotice reportId={report.id} newer={newer} bind={bind} />}
        {proposals.length === 0 ? (
          <EmptyState title="There is nothing to answer">
            Every paragraph that was generated tells what the findings and figures say, or somebody chose to
            leave it as it is. A finding that is withdrawn or new is listed here at once; one that was
            reworded is listed when a release has its new words.{" "}
            <Link href={`${reportPath(report)}/edit`}>Go on writing</Link>
          </EmptyState>
        ) : (
          <>
            <Explained reportId={report.id} page={page} proposals={proposals} />
            <ol aria-label="Proposals" className="grid max-w-measure gap-9">
              {proposals.map((proposal) => (
                <ProposalItem
                  key={proposal.key}
                  proposal={proposal}
                  reportId={report.id}
                  page={page}
                  editor={`${reportPath(report)}/edit`}
                  excerptOf={excerpts(drafted)}
                  headingOf={headings(drafted)}
                  answer={answer}
                />
              ))}
            </ol>
          </>
        )}
        <AcceptedList
          accepted={accepted}
          reportId={report.id}
          page={page}
          history={`${reportPath(report)}/history`}
          excerptOf={excerpts(drafted)}
          headingOf={headings(drafted)}
          takeBack={takeBack}
        />
      </div>
    </>
  );
}

type Listed = { reportId: string; page: string; proposals: readonly Proposal[] };

function Explained({ reportId, page, proposals }: Listed) {
  const unedited = ofUnedited(proposals);
  return (
    <div className="max-w-measure">
      <p>
        Nothing below is in the draft yet. Paragraphs that people wrote are not touched, and one that they
        edited changes only where you replace it. What you leave as it is comes back only when its evidence
        changes again. Each change that you accept can be taken back by itself, and before the first one the
        draft is saved as a version.
      </p>
      {unedited.length > 1 && (
        <p className="mt-4">
          <QuickForm
            action={acceptAll}
            fields={{ reportId, proposals: keyOfAll(unedited), next: page }}
            label={`Accept all ${unedited.length} for paragraphs that nobody has edited`}
          />
        </p>
      )}
    </div>
  );
}

/** What each paragraph is about: the title that it begins with, or the subheading above it; empty where there is neither. */
function headings(drafted: readonly DraftedBlock[]): (blockId: string) => string {
  const about = new Map<string, string>();
  let above = "";
  for (const [at, { id, section, content, removedAt }] of drafted.entries()) {
    if (section !== drafted[at - 1]?.section) above = "";
    about.set(id, runInTitle(content) || above);
    if (typeOf(content) === "subheading" && !removedAt) above = plainText(content);
  }
  return (blockId) => about.get(blockId) ?? "";
}

const EXCERPT = 80;

/** The first words of each paragraph of the draft. */
function excerpts(drafted: readonly DraftedBlock[]): (blockId: string) => string {
  const texts = new Map(drafted.map(({ id, content }) => [id, plainText(content)]));
  return (blockId) => {
    const text = texts.get(blockId) ?? "";
    return text.length > EXCERPT ? `${text.slice(0, EXCERPT).trimEnd()}…` : text;
  };
}
