import { z } from "zod";
import { countOf } from "@/lib/platform/text/count-words";
import type { ColumnPlan } from "./plan";
import type { Conclusions } from "./reading/conclusions";

/** What became of the words of a file: every one of them is in one of these numbers. */
export const Account = z.object({
  /** In contributions. */
  come: z.number(),
  /** In rows and parts of the file that are left out. */
  left: z.number(),
  /** In columns that say who, when or of what kind, and not what was said. */
  about: z.number(),
  /** In columns that are left out. */
  columns: z.number(),
  /** Rows whose time could not be read; they come in without one. */
  timesUnread: z.number(),
});
export type Account = z.output<typeof Account>;

type Counted = { come: number; timesUnread: number };

/** null where the words of the file were not counted. */
export function accountOf(
  { columns, left }: Conclusions["words"],
  { fields }: Pick<ColumnPlan, "fields">,
  { come, timesUnread }: Counted,
): Account | null {
  // A file that was read before words were counted.
  if (columns.length === 0) return null;
  const wordsIn = (which: (field: ColumnPlan["fields"][number]) => boolean) =>
    columns.reduce((sum, words, column) => sum + (which(fields[column] ?? null) ? words : 0), 0);
  return {
    come,
    left: left + wordsIn((field) => field === "text") - come,
    about: wordsIn((field) => field !== null && field !== "text"),
    columns: wordsIn((field) => field === null),
    timesUnread,
  };
}

/** "3 times could not be read or were left out: their contributions come in without one" */
export function timesLeft(count: number): string {
  const whose =
    count === 1 ? "was left out: its contribution comes" : "were left out: their contributions come";
  return `${countOf(count, "time")} could not be read or ${whose} in without one`;
}

/** Parses what is stored; null for an import of which nothing was counted. */
export function storedAccount(stored: unknown): Account | null {
  return Account.nullable().catch(null).parse(stored);
}
