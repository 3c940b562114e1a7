"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/lib/access/form-action";
import { AttendanceFile, AttendanceInput, MAX_ATTENDANCE_ROWS, toSentRows } from "@/lib/capture/attendance";
import { guessColumns } from "@/lib/capture/attendance-columns";
import { registerAttendance } from "@/lib/capture/commands/register-attendance";
import { readTable } from "@/lib/capture/import/read-table";
import { previewAttendance } from "@/lib/capture/queries/attendance";
import { invalid } from "@/lib/platform/errors";
import type { AttendanceState } from "@/lib/capture/attendance-state";
import type { FormState } from "@/lib/platform/result";
import { roundtableHref, type RoundtableSlugs } from "../../read-roundtable";

/** Reads a list and shows what would happen with each row. Nothing of it is kept yet. */
export async function readList(_state: AttendanceState, data: FormData): Promise<AttendanceState> {
  const read: AttendanceState[] = [];
  const act = formAction(AttendanceFile, async (viewer, { roundtableId, file }) => {
    const { header, rows } = await readTable(new Uint8Array(await file.arrayBuffer()), file.name);
    const columns = guessColumns(header);
    if (!columns.includes("name") && !columns.includes("label"))
      throw invalid(
        "No column of this list is headed Name or Label. Name its columns in the first row.",
        "file",
      );
    const sent = toSentRows(columns, rows);
    if (sent.length === 0 || sent.length > MAX_ATTENDANCE_ROWS)
      throw invalid(`A list has from 1 to ${MAX_ATTENDANCE_ROWS} rows; this one has ${sent.length}.`, "file");
    const unused = header.filter((heading, index) => heading !== "" && columns[index] === null);
    const plan = await previewAttendance(viewer, roundtableId, sent);
    read.push({ ok: true, fileName: file.name, columns, unused, rows: sent, plan });
  });
  const answer = await act(null, data);
  const [result] = read;
  if (result) return result;
  return answer === null || answer.ok ? null : { ok: false, refusal: answer };
}

/** Registers the list that was looked through: its rows come back with the form, and are read once more. */
export async function register(slugs: RoundtableSlugs, state: FormState, data: FormData): Promise<FormState> {
  const act = formAction(AttendanceInput, registerAttendance, ({ added, there }) => {
    const query = new URLSearchParams({ added: `${added}`, there: `${there}` });
    redirect(`${roundtableHref(slugs, "people")}?${query.toString()}`);
  });
  return act(state, data);
}
