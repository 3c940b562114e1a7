import type { ToldMeans } from "@/lib/capture/people/participant";
import type { FormRefusal } from "@/lib/platform/result";
import type { AttendanceField } from "./attendance-columns";
import type { ListFile } from "./attendance-list";
import type { ValueGroup } from "./attendance-mapping";
import type { OptionGroup } from "./attendance-options";
import type { Offer } from "./attendance-people";
import type { PlannedAttendee } from "./attendance-plan";

type ListColumn = { name: string; heading: string; examples: string[]; field: AttendanceField | null };
/** Why each such value was not understood, by its text. */
export type MappedGroup = ValueGroup & { options: OptionGroup[]; why: Record<string, string> };
export type ListRow = PlannedAttendee & {
  /** The registered people that the row may be, and the form's field for the choice. */
  offers: Offer[];
  personName: string;
  description: string;
};

/** A list as the page shows it: how each column and value is read, and what happens with each row. */
export type ReadList = {
  file: ListFile;
  columns: ListColumn[];
  /** The columns with which the groups were read, to notice when somebody changes them. */
  seen: string;
  groups: MappedGroup[];
  /** Choices for values that are not on the page now; they apply again when their column is used again. */
  payload: { name: string; value: string }[];
  rows: ListRow[];
  /** Lines with nothing in any used column. */
  emptyLines: number[];
  means: ToldMeans;
  /** What has to be corrected before anybody is registered, by the form's field. */
  problems: Record<string, string>;
};

export type AttendanceState = { ok: true; list: ReadList } | (FormRefusal & { list: ReadList | null }) | null;
