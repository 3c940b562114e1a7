import type { ToldMeans } from "@/lib/capture/people/participant";
import type { FormRefusal } from "@/lib/platform/result";
import type { AttendanceField } from "./attendance-columns";
import type { ListFile } from "./attendance-list";
import type { ValueGroup } from "./attendance-mapping";
import type { OptionGroup } from "./attendance-options";
import type { Offer } from "./attendance-people";
import type { PlannedAttendee } from "./attendance-plan";

type ListColumn = { name: string; heading: string; examples: string[]; field: AttendanceField | null };
/** Why it was not understood, for each such value, by its text. */
export type MappedGroup = ValueGroup & { options: OptionGroup[]; why: Record<string, string> };
export type ListRow = PlannedAttendee & {
  /** Who of those already registered the row may be, and the form's field for it. */
  offers: Offer[];
  personName: string;
  description: string;
};

/** A list as the page shows it: what each column and value is taken for, and what happens with each row. */
export type ReadList = {
  file: ListFile;
  columns: ListColumn[];
  /** The columns that the groups were read by, to notice when somebody changes them. */
  seen: string;
  groups: MappedGroup[];
  /** Choices for values that are not on the page now: they hold again when their column comes back. */
  payload: { name: string; value: string }[];
  rows: ListRow[];
  /** Lines with nothing in any column that is used. */
  emptyLines: number[];
  means: ToldMeans;
  /** What has to be put right before anybody is registered, by the form's field. */
  problems: Record<string, string>;
};

export type AttendanceState = { ok: true; list: ReadList } | (FormRefusal & { list: ReadList | null }) | null;
