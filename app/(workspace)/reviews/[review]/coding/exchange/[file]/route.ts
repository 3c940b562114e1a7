import { z } from "zod";
import { viewerRoute } from "@/lib/access/route";
import { WHOSE_VIEWS } from "@/lib/aggregate/figures/figure-words";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { getRoundtable } from "@/lib/capture/roundtable/queries/roundtables";
import { invalid, notFound } from "@/lib/platform/errors";
import { getTheme } from "@/lib/tag/codebook/queries/themes";
import { recordExport } from "@/lib/tag/exchange/commands/record-export";
import { EXPORT_KINDS } from "@/lib/tag/exchange/file/export-kind";
import { openCodings } from "@/lib/tag/exchange/queries/exchange-codings";
import { streamedFile } from "../../../file-answer";
import { codingFile } from "../coding-files";

const Asked = z.object({
  kind: z.enum(EXPORT_KINDS).default("share"),
  roundtable: z.string().default(""),
  theme: z.string().default(""),
});

/**
 * The coding of the review as tables or a Word document, of `?roundtable=…` and `?theme=…`; `?kind=own` contains everybody's
 * words. It is recorded before any of it is read.
 */
export const GET = viewerRoute<{ review: string; file: string }>(async (viewer, request, params) => {
  const review = await getReview(viewer, params.review);
  const file = codingFile(params.file);
  if (!file) throw notFound("file");
  const asked = Asked.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) throw invalid("Ask for kind=share or kind=own.", "kind");
  const { kind } = asked.data;
  if (kind === "share" && params.file === "memos.csv")
    throw invalid("Memos are not in files to share. Choose a file for the facilitators’ own use.", "kind");
  const roundtable =
    asked.data.roundtable === "" ? null : await getRoundtable(viewer, review.id, asked.data.roundtable);
  const theme = asked.data.theme === "" ? null : await getTheme(viewer, review.id, asked.data.theme);
  const of = { reviewId: review.id, roundtableId: roundtable?.id ?? null, kind };
  const opened = await openCodings(viewer, { ...of, themeId: theme?.id ?? null });
  await recordExport(viewer, { ...of, file: params.file, ...(theme ? { themeId: theme.id } : {}) });
  const about = {
    review: review.title,
    scope: `${theme?.title ?? "All themes"}, ${roundtable?.title ?? "all roundtables"}`,
    caveat: WHOSE_VIEWS,
    made: new Date(),
  };
  const [name = "", ending = ""] = params.file.split(".");
  const parts = [
    review.slug,
    roundtable?.slug,
    theme?.slug,
    name,
    kind === "own" ? "facilitators-only" : "to-share",
  ];
  return streamedFile(
    file.write(viewer, opened, about),
    file.type,
    `${parts.filter(Boolean).join("-")}.${ending}`,
  );
});
