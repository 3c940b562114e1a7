import { z } from "zod";
import { optionalText } from "@/lib/platform/text/text";
import { asList } from "@/lib/platform/text/form-values";
import { SeenField } from "./basis";
import { ROW_KINDS } from "./selection";

/** A summary of a cell is a few sentences; a longer one belongs in a finding. */
export const SUMMARY_LIMIT = 1_000;

const Place = {
  reviewId: z.uuid(),
  rows: z.enum(ROW_KINDS),
  rowId: z.uuid(),
  themeId: z.uuid(),
};

/** Saving an empty text takes the summary away; what it said is kept. */
export const WriteSummaryInput = z.object({
  ...Place,
  /** The revision that was on the page; 0 where there was none. */
  revision: z.coerce.number().int().min(0),
  text: optionalText({ what: "The summary", max: SUMMARY_LIMIT }),
  seen: SeenField,
  /** Summaries of other cells that became this one, shown above the field. */
  combined: z.preprocess(asList, z.array(z.uuid()).max(20)),
});
export type WriteSummaryInput = z.output<typeof WriteSummaryInput>;

export const RestoreSummaryInput = z.object({
  id: z.uuid(),
  revision: z.coerce.number().int().positive(),
  /** The earlier revision whose words are used again. */
  from: z.coerce.number().int().positive(),
});
export type RestoreSummaryInput = z.output<typeof RestoreSummaryInput>;

export type SummaryRevision = { revision: number; text: string; endedAt: Date; endedBy: string };
