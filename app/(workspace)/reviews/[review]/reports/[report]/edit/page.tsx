import { ReportText } from "@/components/report/draft/report-text";
import { CommentedEditor } from "@/components/comment/thread/commented-editor";
import { NewerReleaseNotice } from "@/components/report/draft/newer-release";
import { FindingsNotTold } from "@/components/report/draft/findings-not-told";
import { Link } from "@/components/ui/link";
import { forPage, requireForPage } from "@/lib/access/page";
import { can } from "@/lib/access/policy";
import { listComments } from "@/lib/comment/thread/queries/comments";
import { toldFindings } from "@/lib/report/check/queries/checked-draft";
import { getEditorDraft } from "@/lib/report/editor/queries/editor-draft";
import { listFindingsNotTold } from "@/lib/report/draft/queries/findings-not-told";
import { listMembers } from "@/lib/review/member/queries/members";
import { reportPath, shownDraft } from "../../shown-report";
import { getNewerRelease } from "@/lib/report/draft/queries/newer-release";
import { bind } from "../../actions";
import { commentBlock } from "../comments/actions";
import { readReport, reportTitle } from "../read-report";
import { ReportHeader } from "../report-header";
import { BlockList } from "./block-list";
import { RemovedBlocks } from "./editable-block";
import { searchEvidence } from "./evidence-action";
import { newestVersion } from "./newest-version";
import { threadsBeside } from "./threads-beside";
import { VersionForms } from "./version-forms";

type Props = PageProps<"/reviews/[review]/reports/[report]/edit">;

export const generateMetadata = ({ params }: Props) => reportTitle(params, "Edit");

/** The whole draft in one editor; without JavaScript, paragraph by paragraph. */
export default async function EditReport({ params }: Props) {
  const { viewer, report } = await readReport(params);
  await requireForPage(viewer, "report.write", report);
  const draft = await forPage(getEditorDraft(viewer, report));
  const notTold = await forPage(listFindingsNotTold(viewer, report, toldFindings(draft)));
  const members = await forPage(listMembers(viewer, report.reviewId));
  const writers = members.filter(({ role }) => role === "lead" || role === "facilitator");
  const newer = await forPage(getNewerRelease(viewer, report, draft.blocks));
  const shown = shownDraft(report, draft);
  const threads = await forPage(listComments(viewer, report));
  const canComment = report.state === "in_review" && can(viewer, "comment.write", report);
  const version = canComment ? await newestVersion(viewer, report) : null;
  return (
    <>
      <ReportHeader viewer={viewer} report={report} here="edit" />
      {newer && (
        <div className="mb-8">
          <NewerReleaseNotice reportId={report.id} newer={newer} bind={bind} />
        </div>
      )}
      <p className="mb-4 text-meta print:hidden">
        <Link href={`${reportPath(report)}/regenerate`}>What the evidence has changed</Link>
      </p>
      <CommentedEditor
        key={report.releaseId}
        draft={{
          reportId: report.id,
          reviewId: report.reviewId,
          userId: viewer.userId,
          title: report.title,
          people: Object.fromEntries(writers.map(({ userId, name }) => [userId, name])),
          blocks: draft.blocks.map(({ id, section, content, revision, erasedAt }) => ({
            id,
            section,
            content,
            revision,
            erased: erasedAt !== null,
          })),
          claims: [...draft.claims.values()],
          figures: draft.figures,
          smallNumber: report.review.smallNumber,
          checks: draft.checks,
        }}
        findEvidence={searchEvidence}
        beside={threadsBeside(report, threads, canComment)}
        version={version}
        comment={commentBlock}
      >
        <ReportText blocks={shown} />
      </CommentedEditor>
      <noscript>
        <BlockList report={report} draft={draft} shown={shown} />
      </noscript>
      <div className="mt-10 grid gap-x-12 gap-y-8 lg:grid-cols-2">
        <VersionForms viewer={viewer} report={report} />
        <FindingsNotTold findings={notTold} findingsHref={`/reviews/${report.review.slug}/findings`} />
        <RemovedBlocks blocks={draft.removed} />
      </div>
    </>
  );
}
