import { describe, expect, test } from "vitest";
import { personKey, possibleMatches, type ComparedPerson } from "@/lib/capture/people/person-match";
import { readAttendee, toSentRows, type AttendanceCells } from "./attendance";
import { guessColumns } from "./attendance-columns";
import { planAttendance, type Attending } from "./attendance-plan";

const read = (cells: AttendanceCells, line = 2) => readAttendee({ line, cells });
const nobody: Attending = { people: [], tables: [], schools: new Map() };

describe("columns of an attendance list", () => {
  test("are guessed by their headings, each field once; other columns are not used", () => {
    expect(guessColumns(["Full name", "SCHOOL", "E-mail", "Job title", "NPQs", "Name", "Diet"])).toEqual([
      "name",
      "organisation",
      "email",
      "role",
      "npqsTaken",
      null,
      null,
    ]);
    const rows = toSentRows(
      ["name", null, "role"],
      [
        { line: 2, cells: [" Ada ", "vegan", "Head"] },
        { line: 3, cells: ["", "vegan", ""] },
      ],
    );
    expect(rows).toEqual([{ line: 2, cells: { name: "Ada", role: "Head" } }]);
  });
});

describe("a row of an attendance list", () => {
  test("uses words that are clearly in the vocabulary", () => {
    const row = read({
      name: "Ada",
      role: "Deputy Headteacher",
      phase: "secondary",
      setting: "MAT",
      region: "Yorkshire & the Humber",
      npqsTaken: "NPQ H; Leading Literacy",
      npqsDelivered: "npqsenco",
      host: "no",
      present: "Apologies",
      seat: "a3",
      label: "p07",
    });
    expect(row).toMatchObject({
      role: "deputy head",
      phase: "Secondary",
      setting: "Multi-academy trust",
      region: "Yorkshire and The Humber",
      npqsTaken: ["NPQH", "NPQLL"],
      npqsDelivered: ["NPQSENCO"],
      host: false,
      present: false,
      seat: "A3",
      label: "P07",
      notes: [],
    });
  });

  test("leaves out and reports other words, and never guesses", () => {
    const row = read({
      name: "Ada",
      role: "Wizard",
      phase: "Middle",
      npqsTaken: "EHCO",
      email: "at home",
      urn: "x",
      present: "perhaps",
    });
    expect(row).toMatchObject({
      role: null,
      phase: null,
      npqsTaken: [],
      email: null,
      urn: null,
      present: true,
    });
    expect(row.notes).toHaveLength(6);
    expect(row.notes.join(" ")).toContain("Role “Wizard” is not in the list");
  });
});

describe("the plan for a list", () => {
  const attending: Attending = {
    people: [
      { label: "P01", name: "Dr Zoë O’Neil", email: null, seat: "1" },
      { label: "P02", name: "Sam Lee", email: "sam@example.org", seat: null },
      { label: "P03", name: null, email: null, seat: null },
    ],
    tables: [{ id: "t1", name: "Red" }],
    schools: new Map(),
  };

  test("finds who is there by address, by name, or by the label of a person without a name", () => {
    const plan = planAttendance(
      [
        read({ name: "Zoe ONeil" }),
        read({ name: "Samuel Lee", email: "SAM@example.org" }, 3),
        read({ name: "Sam Lee", email: "other@example.org" }, 4),
        read({ name: "New Person", label: "P03" }, 5),
        read({ name: "Else", label: "P01" }, 6),
        read({ role: "Head" }, 7),
        read({ name: "Sam Lee", email: "other@example.org" }, 8),
      ],
      attending,
    );
    expect(plan.map(({ outcome, because }) => [outcome, because])).toEqual([
      ["there", "as P01"],
      ["there", "as P02"],
      ["new", null],
      ["there", "as P03"],
      ["refused", "Somebody else has the label P01."],
      ["refused", "It has neither a name nor a label."],
      ["there", "in line 4 of this list"],
    ]);
  });

  test("gives each seat once, and knows the tables", () => {
    const plan = planAttendance(
      [
        read({ name: "A", seat: "1", table: "red" }),
        read({ name: "B", seat: "2" }, 3),
        read({ name: "C", seat: "2", table: "Blue" }, 4),
      ],
      attending,
    );
    expect(plan.map(({ attendee, tableId }) => [attendee.seat, tableId, attendee.notes.length])).toEqual([
      [null, "t1", 1],
      ["2", null, 0],
      [null, null, 2],
    ]);
  });

  test("fills in what the list leaves empty from the register", () => {
    const school = {
      urn: 100000,
      name: "A School",
      town: null,
      localAuthority: null,
      region: "London",
      phase: "Primary",
      setting: "Academies",
      trust: null,
      open: true,
    };
    const [known, unknown] = planAttendance(
      [read({ name: "A", urn: "100000", phase: "Nursery" }), read({ name: "B", urn: "999999" }, 3)],
      { ...nobody, schools: new Map([[100000, school]]) },
    );
    expect(known?.attendee).toMatchObject({ organisation: "A School", phase: "Nursery", region: "London" });
    expect(unknown?.attendee).toMatchObject({ urn: null, organisation: null });
    expect(unknown?.attendee.notes[0]).toContain("not in the register");
  });
});

describe("people who may be the same", () => {
  const person = (id: string, name: string, roundtableId: string, over: Partial<ComparedPerson> = {}) => ({
    id,
    name,
    organisation: null,
    email: null,
    places: [{ participantId: id, label: "P01", roundtableId, roundtable: roundtableId }],
    ...over,
  });

  test("share a name or an address, and were never at one roundtable", () => {
    const matches = possibleMatches([
      person("a", "Jo Bloggs", "one"),
      person("b", "Mrs JO BLOGGS", "two"),
      person("c", "Jo Bloggs", "one"),
      person("d", "J. B.", "three", { email: "jo@example.org" }),
      person("e", "Josephine", "four", { email: "JO@example.org" }),
      person("f", "Other", "five", { organisation: "A School" }),
      person("g", "Another", "six", { organisation: "A School" }),
    ]);
    expect(matches.map(({ people, reasons }) => [...people.map(({ id }) => id), ...reasons])).toEqual([
      ["d", "e", "email"],
      ["a", "b", "name"],
      ["b", "c", "name"],
    ]);
  });

  test("are compared without titles, accents and punctuation", () => {
    expect(personKey("Dr. Zoë  O’Neil-Smith")).toBe("zoe oneil smith");
    expect(personKey("李 明")).toBe("李 明");
  });
});
