import { z } from "zod";
import { viewerRoute } from "@/lib/access/route";
import { WHOSE_VIEWS } from "@/lib/aggregate/figures/figure-words";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { invalid } from "@/lib/platform/errors";
import { recordExport } from "@/lib/tag/exchange/commands/record-export";
import { EXPORT_KINDS } from "@/lib/tag/exchange/file/export-kind";
import { writePassagesCsv } from "@/lib/tag/exchange/file/passages-csv";
import { getTheme } from "@/lib/tag/codebook/queries/themes";
import { openPassages, passageRows } from "@/lib/tag/exchange/queries/exchange-passages";
import { streamedFile } from "../../../../file-answer";
import { passageFilter, readFileAddress } from "../read-passages";

const Kind = z.enum(EXPORT_KINDS).default("share");

/**
 * The passages of a theme for a spreadsheet, sent in parts as they are read; `?kind=own` contains everybody's words. It is
 * recorded before any of it is read.
 */
export const GET = viewerRoute<{ review: string; theme: string }>(async (viewer, request, params) => {
  const review = await getReview(viewer, params.review);
  const theme = await getTheme(viewer, review.id, params.theme);
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const asked = Kind.safeParse(query.kind);
  if (!asked.success) throw invalid("Ask for kind=share or kind=own.", "kind");
  const kind = asked.data;
  const of = { reviewId: review.id, themeId: theme.id };
  const filter = await passageFilter(viewer, of, readFileAddress(query));
  const opened = await openPassages(viewer, kind, filter);
  await recordExport(viewer, { ...of, kind, roundtableId: filter.roundtableId ?? null });
  const rows = passageRows(viewer, opened);
  const parts = writePassagesCsv({ theme: theme.title, rows, names: kind === "own", caveat: WHOSE_VIEWS });
  const name = [review.slug, theme.slug, kind === "own" ? "facilitators-only" : "to-share"].join("-");
  return streamedFile(parts, "text/csv; charset=utf-8", `${name}.csv`);
});
