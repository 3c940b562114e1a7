import type { FormRefusal } from "@/lib/platform/result";
import type { SentRow } from "./attendance";
import type { AttendanceField } from "./attendance-columns";
import type { PlannedAttendee } from "./attendance-plan";

/** A list that was read, on its way from the page that chose it to the one that confirms it. */
export type ReadList = {
  ok: true;
  fileName: string;
  columns: (AttendanceField | null)[];
  /** Headings of columns that are not used. */
  unused: string[];
  rows: SentRow[];
  plan: PlannedAttendee[];
};

export type AttendanceState = ReadList | { ok: false; refusal: FormRefusal } | null;
