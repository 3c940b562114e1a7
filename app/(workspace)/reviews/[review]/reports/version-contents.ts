import { findAnchor } from "@/lib/comment/thread/anchor";
import type { Remark } from "@/lib/comment/thread/comment";
import { listComments } from "@/lib/comment/thread/queries/comments";
import { listMembers } from "@/lib/review/member/queries/members";
import { can, requireCan, type Viewer } from "@/lib/access/policy";
import { ROLE_WORDS } from "@/lib/access/role-words";
import { getRelease } from "@/lib/aggregate/publication/queries/releases";
import { runInWorker } from "@/lib/platform/workers/pool";
import { plainText } from "@/lib/report/draft/block";
import type { Report } from "@/lib/report/draft/queries/reports";
import { evidenceAnnex } from "@/lib/report/export/annex";
import type { ExportedVersion, PublicFormat } from "@/lib/report/export/exported";
import { toHtml } from "@/lib/report/export/html/html-file";
import { toMarkdown } from "@/lib/report/export/markdown";
import { TYPESET_PDF } from "@/lib/report/export/pdf/pdf-tasks";
import { toDocx } from "@/lib/report/export/docx";
import type { OpenWork } from "@/lib/report/export/word/open-work";
import { readClaimCitations } from "@/lib/report/version/queries/claim-citations";
import { exported, type Version } from "@/lib/report/version/queries/versions";

type Contents = Promise<string | Uint8Array<ArrayBuffer>>;

/** A version as a file of that format. */
export async function versionContents(
  version: ExportedVersion,
  format: PublicFormat,
  annotated: boolean,
): Contents {
  switch (format) {
    case "pdf":
      return runInWorker(TYPESET_PDF, version, annotated);
    case "docx":
      return toDocx(version, { annotated });
    case "html":
      return toHtml(version, annotated);
    case "md":
      return toMarkdown(version, annotated);
  }
}

/** With what its release says of each claim: for those who may read released figures. */
export async function annotatedVersion(
  viewer: Viewer,
  report: Report,
  version: Version,
): Promise<ExportedVersion> {
  requireCan(viewer, "figures.released", report);
  if (version.release === null) return exported(report, version);
  return exported(report, version, await getRelease(viewer, report.reviewId, version.release));
}

/** The evidence behind each claim: for facilitators down to contributions, for others what the release says. */
export async function annexContents(viewer: Viewer, report: Report, version: Version): Contents {
  const shown = can(viewer, "figures.released", report)
    ? await annotatedVersion(viewer, report, version)
    : exported(report, version);
  const works = can(viewer, "review.work", report);
  return evidenceAnnex(shown, works ? await readClaimCitations(viewer, report, version) : null);
}

/** The Word file in which facilitators go on working: its open comments and suggestions are Word's own. */
export async function openDocx(viewer: Viewer, report: Report, version: Version): Contents {
  requireCan(viewer, "review.work", report);
  return toDocx(exported(report, version), { open: await readOpenWork(viewer, report, version) });
}

async function readOpenWork(viewer: Viewer, report: Report, { blocks }: Version): Promise<OpenWork> {
  const texts = new Map(blocks.map(({ blockId, content }) => [blockId, plainText(content)]));
  const open = (await listComments(viewer, report)).filter(({ resolved }) => resolved === null);
  const members = await listMembers(viewer, report.reviewId);
  const remark = ({ author, at, body }: Remark) => ({
    author: author.role === null ? "Member" : ROLE_WORDS[author.role],
    at,
    body,
  });
  return {
    comments: open.map((thread) => ({
      ...remark(thread),
      blockId: thread.blockId,
      span: thread.anchor && findAnchor(texts.get(thread.blockId) ?? "", thread.anchor),
      replies: thread.replies.map(remark),
    })),
    roles: new Map(members.map(({ userId, role }) => [userId, ROLE_WORDS[role]])),
  };
}
