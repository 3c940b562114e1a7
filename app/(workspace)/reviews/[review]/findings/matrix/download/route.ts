import { noteDownload } from "@/lib/access/reading";
import { viewerRoute } from "@/lib/access/route";
import { appUrl } from "@/lib/platform/env";
import { countOf } from "@/lib/platform/text/count-words";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { matrixXlsx } from "@/lib/synthesise/matrix/matrix-workbook";
import { readMatrix, type FrameworkMatrix } from "@/lib/synthesise/matrix/queries/framework-matrix";
import { listBehindCells } from "@/lib/synthesise/matrix/queries/matrix-contributions";
import { readSelection, selectionQuery } from "@/lib/synthesise/matrix/selection";
import { fileAnswer } from "../../../file-answer";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The chosen part of the matrix as a workbook, every page of it, for facilitators. */
export const GET = viewerRoute<{ review: string }>(async (viewer, request, params) => {
  const review = await getReview(viewer, params.review);
  const selection = readSelection(queryOf(request.url));
  const matrix = await readMatrix(viewer, review.id, selection);
  await noteDownload(viewer, "matrix-xlsx", {
    reviewId: review.id,
    subjectType: "review",
    subjectId: review.id,
  });
  const behind = await listBehindCells(viewer, review.id, matrix);
  const file = await matrixXlsx(matrix, behind, {
    about: {
      review: review.title,
      scope: scopeOf(matrix),
      madeOn: new Date(),
      link: `${appUrl()}/reviews/${review.slug}/findings/matrix${selectionQuery(selection)}`,
    },
    titles: new Map(matrix.roundtables.map(({ id, title }) => [id, title])),
  });
  return fileAnswer(file, XLSX, `${review.slug}-matrix.xlsx`);
});

/** A name that occurs several times is a list, as Next gives it to pages. */
function queryOf(url: string): Record<string, string[]> {
  const query = new URL(url).searchParams;
  return Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)]));
}

function scopeOf({ kind, rows, columns, roundtable }: FrameworkMatrix): string {
  const who =
    kind === "people" ? countOf(rows.length, "person", "people") : countOf(rows.length, "roundtable");
  const from = roundtable ? `, from “${roundtable.title}” alone` : "";
  return `${who} by ${countOf(columns.length, "theme")}${from}`;
}
