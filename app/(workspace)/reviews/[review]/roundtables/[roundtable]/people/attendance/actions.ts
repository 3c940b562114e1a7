"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/lib/access/form-action";
import type { Viewer } from "@/lib/access/policy";
import { AttendanceFile, MAX_ATTENDANCE_ROWS } from "@/lib/capture/registration/attendance";
import {
  payloadRows,
  ListForm,
  MAX_COLUMNS,
  newList,
  type ListInput,
} from "@/lib/capture/registration/attendance-list";
import { readReport } from "@/lib/capture/registration/attendance-report";
import type { AttendanceState, ReadList } from "@/lib/capture/registration/attendance-state";
import { registerAttendance } from "@/lib/capture/registration/commands/register-attendance";
import { READ_TABLE } from "@/lib/capture/import/import-tasks";
import { readAttendanceList } from "@/lib/capture/registration/queries/attending";
import { invalid, Refusal } from "@/lib/platform/errors";
import { runInWorker } from "@/lib/platform/workers/pool";
import { roundtableHref, type RoundtableSlugs } from "../../read-roundtable";

const MAX_HEADING = 200;
/**
 * The most characters of a list in the form, sent twice where there is no JavaScript: within next.config's
 * limit.
 */
const MAX_LIST = 4_000_000;

/**
 * The one form of this page. `step` says which button was pressed: "read" reads the chosen file, "check"
 * shows what the choices change, "add" registers. All choices come back in every case.
 */
export async function handleList(
  slugs: RoundtableSlugs,
  _state: AttendanceState,
  data: FormData,
): Promise<AttendanceState> {
  const seen: { list: ReadList | null } = { list: null };
  const step = data.get("step");
  const act =
    step === "read"
      ? formAction(AttendanceFile, async (viewer, { roundtableId, file }) => {
          seen.list = await readFile(viewer, roundtableId, file, data);
        })
      : formAction(
          ListForm,
          async (viewer, input) => {
            const { list, rows } = await readAttendanceList(viewer, input, { suggesting: step !== "add" });
            seen.list = list;
            if (step !== "add") return null;
            requireReady(list, input);
            return registerAttendance(viewer, { roundtableId: input.roundtableId, rows, means: input.means });
          },
          (done) => {
            if (done === null) return { ok: true };
            const query = new URLSearchParams(
              Object.entries(done).map(([name, count]): [string, string] => [name, `${count}`]),
            );
            redirect(`${roundtableHref(slugs, "people")}?${query.toString()}`);
          },
        );
  const answer = await act(null, data);
  const list = seen.list ?? (await listThere(data));
  if (answer === null || answer.ok) return list && { ok: true, list };
  // The list is returned separately; among the typed values it would be sent twice.
  const values = Object.fromEntries(Object.entries(answer.values).filter(([name]) => name !== "list"));
  return { ...answer, values, list };
}

/** Reads a file; choices for values of an earlier one apply to this one too. */
async function readFile(viewer: Viewer, roundtableId: string, file: File, data: FormData): Promise<ReadList> {
  const table = await runInWorker(READ_TABLE, new Uint8Array(await file.arrayBuffer()), file.name);
  const { header, rows, left } = readReport([{ line: 1, cells: table.header }, ...table.rows]) ?? {
    ...table,
    left: null,
  };
  const carried = payloadRows(rows);
  if (carried.length === 0 || carried.length > MAX_ATTENDANCE_ROWS)
    throw invalid(
      `A list has from 1 to ${MAX_ATTENDANCE_ROWS} rows. This one has ${carried.length}.`,
      "file",
    );
  const width = Math.max(header.length, ...carried.map(({ cells }) => cells.length));
  if (width > MAX_COLUMNS)
    throw invalid(`A list has up to ${MAX_COLUMNS} columns. This one has ${width}.`, "file");
  const choices = Object.fromEntries(
    [...data].flatMap(([name, value]) =>
      name.startsWith("value-") && typeof value === "string" && value !== "" ? [[name, value]] : [],
    ),
  );
  // A column without a heading still counts.
  const headings = Array.from({ length: width }, (_, index) =>
    (header[index] ?? "").trim().slice(0, MAX_HEADING),
  );
  const list = { fileName: file.name, header: headings, rows: carried, ...(left && { left }) };
  if (JSON.stringify(list).length > MAX_LIST)
    throw invalid("This list holds too much text. Delete the columns that are not about people.", "file");
  return (await readAttendanceList(viewer, newList(roundtableId, list, choices))).list;
}

/** The list already on the page, which stays when another file could not be read. */
async function listThere(data: FormData): Promise<ReadList | null> {
  const seen: { list: ReadList | null } = { list: null };
  if (!data.has("list")) return null;
  await formAction(ListForm, async (viewer, input) => {
    seen.list = (await readAttendanceList(viewer, input)).list;
  })(null, data);
  return seen.list;
}

function requireReady({ problems }: ReadList, { columnsSeen }: ListInput): void {
  const message = "You changed the columns. Check how we read them now, then add the people.";
  if (Object.keys(problems).length > 0) throw new Refusal("invalid", "", problems);
  if (!columnsSeen) throw invalid(message);
}
