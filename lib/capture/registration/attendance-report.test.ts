import { describe, expect, test } from "vitest";
import { guessColumns } from "./attendance-columns";
import { toSentRows } from "./attendance";
import { isAttendanceReport, readReport } from "./attendance-report";

const rowsOf = (text: string, sign = ",") =>
  text.split("\n").flatMap((line, at) => (line === "" ? [] : [{ line: at + 1, cells: line.split(sign) }]));

/** The people as they would be registered. */
function people(text: string, sign?: string) {
  const report = readReport(rowsOf(text, sign));
  const sent = report && toSentRows(guessColumns(report.header), report.rows);
  return { left: report?.left, people: sent?.map(({ cells }) => cells) };
}

const TEAMS = [
  "1. Summary",
  "Meeting title\tRoundtable",
  "",
  "2. Participants",
  "Name\tFirst Join\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole",
  "Ada Lane\t1:55\t1h\tada@example.org\tada@example.org\tOrganizer",
  "Ben Ash (Guest)\t1:59\t1h\t\t\tAttendee",
  "Cem Oak (External)\t2:01\t1h\t\tcem@example.org\tPresenter",
  "",
  "3. In-Meeting Activities",
  "Name\tJoin Time\tRole",
  "Ada Lane\t1:55\tOrganizer",
].join("\n");

describe("the report of a meeting", () => {
  test("of Teams gives its participants, the organiser as host, and says what it left out", () => {
    expect(people(TEAMS, "\t")).toEqual({
      left: "Of this report we read the people. We left out “1. Summary” and “3. In-Meeting Activities”.",
      people: [
        { name: "Ada Lane", email: "ada@example.org", host: "yes" },
        { name: "Ben Ash" },
        { name: "Cem Oak", email: "cem@example.org" },
      ],
    });
  });

  test("of Teams of 2021 gives the people below the summary", () => {
    const text =
      "Meeting Summary\nTotal Number of Participants\t1\n\nFull Name\tJoin Time\tDuration\tEmail\tRole\nAda Lane\t1:55\t1h\ta@b.org\tOrganizer";
    expect(people(text, "\t").people).toEqual([{ name: "Ada Lane", email: "a@b.org", host: "yes" }]);
  });

  test("of Zoom gives the names that were shown, and knows the host by the lines above", () => {
    const above =
      "Topic,ID,Host name,Host email,Duration (minutes)\nRoundtable,1,Ada Lane,ada@example.org,90\n\n";
    const list =
      "Name (original name),Email,Duration (minutes),Guest\nAda L (Ada Lane),ada@example.org,90,No\nBen Ash,,80,Yes";
    const said = [{ name: "Ada L", email: "ada@example.org" }, { name: "Ben Ash" }];
    expect(people(list)).toEqual({ left: null, people: said });
    expect(people(above + list)).toEqual({
      left: "Of this report we read the people. We left out the lines about the meeting.",
      people: [{ ...said[0], host: "yes" }, said[1]],
    });
    expect(readReport(rowsOf(list))?.rows[0]?.cells.at(-1)).toBe("Ada Lane");
  });

  test("of Zoom with total durations, and of Meet", () => {
    const zoom =
      "Name (Original Name),User Email,Total Duration (Minutes),Guest\nAda Lane (Host),a@b.org,9,No";
    expect(people(zoom).people).toEqual([{ name: "Ada Lane", email: "a@b.org", host: "yes" }]);
    const meet = "First name,Last name,Email,Duration,Time joined\nAda,Lane,a@b.org,1 hr,14:00";
    expect(people(meet).people).toEqual([{ givenName: "Ada", familyName: "Lane", email: "a@b.org" }]);
  });

  test("is told apart from other lists and from what was said", () => {
    expect(isAttendanceReport(TEAMS)).toBe(true);
    expect(
      isAttendanceReport(`\uFEFF"Name (Original Name)","User Email","Total Duration (Minutes)"\r\n`),
    ).toBe(true);
    for (const text of [
      "Name,Organisation,Role\nAda,Hill,Head",
      "Name,Duration,Text\nAda,3,Words",
      "Ada: We join time and again.",
    ]) {
      expect(isAttendanceReport(text)).toBe(false);
      expect(readReport(rowsOf(text))).toBeNull();
    }
  });
});
