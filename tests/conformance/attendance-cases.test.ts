import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readTable } from "@/lib/capture/import/reading/read-table";
import { guessColumns } from "@/lib/capture/registration/attendance-columns";
import { readAttendee, toSentRows } from "@/lib/capture/registration/attendance";
import { isAttendanceReport, readReport } from "@/lib/capture/registration/attendance-report";
import { sharedFile } from "@/tests/support/shared-data";

const file = sharedFile("cases/teams-attendance/teams-attendance.csv");

test.skipIf(file === null)(
  "the attendance report of Teams gives three people, the organiser as host",
  async () => {
    const bytes = new Uint8Array(readFileSync(file ?? ""));
    const { header, rows } = await readTable(bytes, "teams-attendance.csv");
    const report = readReport([{ line: 1, cells: header }, ...rows]);
    const people = toSentRows(guessColumns(report?.header ?? []), report?.rows ?? []).map(readAttendee);
    expect(people.map(({ name, email, host, role, notes }) => ({ name, email, host, role, notes }))).toEqual([
      { name: "Rowan Ashe", email: "rowan@example.org", host: true, role: null, notes: [] },
      { name: "Imani Cole", email: null, host: false, role: null, notes: [] },
      { name: "Bronwen Pugh", email: "bronwen@example.org", host: false, role: null, notes: [] },
    ]);
    expect(report?.left).toMatch(/“1\. Summary” and “3\. In-Meeting Activities”/);
    expect(isAttendanceReport(new TextDecoder("utf-16le").decode(bytes))).toBe(true);
  },
);
