import { describe, expect, test } from "vitest";
import { readAttendee } from "./attendance";
import { columnProblems } from "./attendance-columns";
import { payloadRows, ListForm, listProblems, newList } from "./attendance-list";
import { LEAVE_OUT, mapRows, mayMean, valueName, valuesOf, type Mapping } from "./attendance-mapping";
import { optionsFor } from "./attendance-options";
import { likelyPerson, offersFor } from "./attendance-people";

const header = ["Name", "Phase", "Region", "NPQs", "Table"];
const columns = ["name", "phase", "region", "npqsTaken", "table"] as const;
const rows = [
  { line: 2, cells: ["Ada", "PRU", "SW", "NPQH, EHCO", "red"] },
  { line: 3, cells: ["Ben", "EYFS", "Mars", "", "Blue"] },
  { line: 4, cells: ["Cy", "", "mars ", "EHCO", ""] },
];
const mapping: Mapping = { columns, choices: {}, tables: ["Red"] };
const choices = {
  [valueName("region", "MARS")]: LEAVE_OUT,
  [valueName("npqsTaken", "EHCO")]: "NPQEL",
  [valueName("table", "Blue")]: "Red",
};

describe("the values of a list", () => {
  test("are each shown once, with the people whom they concern; undecided ones come first", () => {
    const groups = valuesOf(rows, header, mapping);
    expect(groups.map(({ field }) => field)).toEqual(["region", "npqsTaken", "table", "phase"]);
    const brief = groups.map(({ values }) => values.map(({ text, lines, choice }) => [text, lines, choice]));
    expect(brief).toEqual([
      [
        ["Mars", [3, 4], null],
        ["SW", [2], "South West"],
      ],
      [
        ["EHCO", [2, 4], null],
        ["NPQH", [2], "NPQH"],
      ],
      [
        ["Blue", [3], null],
        ["red", [2], "Red"],
      ],
      [
        ["PRU", [2], "setting:Pupil referral unit or alternative provision"],
        ["EYFS", [3], "Nursery"],
      ],
    ]);
  });

  test("mean what was chosen; what is left out is reported with its row", () => {
    const mapped = mapRows(rows, { ...mapping, choices });
    expect(mapped.rows.map(({ cells }) => cells)).toEqual([
      {
        name: "Ada",
        phase: "Pupil referral unit or alternative provision",
        region: "South West",
        npqsTaken: "NPQH, NPQEL",
        table: "Red",
      },
      { name: "Ben", phase: "Nursery", table: "Red" },
      { name: "Cy", npqsTaken: "NPQEL" },
    ]);
    expect(mapped.leftOut).toEqual([
      { line: 3, field: "region", text: "Mars", chosen: true },
      { line: 4, field: "region", text: "mars", chosen: true },
    ]);
    const [first] = mapped.rows;
    expect(first && readAttendee(first)).toMatchObject({
      phase: "Not applicable",
      setting: "Pupil referral unit or alternative provision",
      notes: [],
    });
  });

  test("every option can be chosen, and nothing else", () => {
    for (const field of [
      "role",
      "phase",
      "setting",
      "region",
      "npqsTaken",
      "permission",
      "host",
      "table",
    ] as const)
      for (const { options } of optionsFor(field, ["Red"]))
        for (const { value } of options)
          expect(mayMean(field, value, ["Red"]), `${field} ${value}`).toBe(true);
    expect(mayMean("region", "Mars", [])).toBe(false);
    expect(mayMean("email", "x@example.org", [])).toBe(false);
  });

  test("prevent registering until each is decided", () => {
    const file = { fileName: "x.csv", header, rows };
    const input = newList("00000000-0000-4000-8000-000000000000", file, {});
    const open = listProblems(input, valuesOf(rows, header, mapping));
    expect(Object.keys(open)).toEqual([
      valueName("region", "Mars"),
      valueName("npqsTaken", "EHCO"),
      valueName("table", "Blue"),
    ]);
    expect(listProblems(input, valuesOf(rows, header, { ...mapping, choices }))).toEqual({});
  });
});

describe("columns", () => {
  test("hold one thing each, and one of them names people", () => {
    expect([...columnProblems(["name", "role", "role"])].map(([index]) => index)).toEqual([2]);
    expect([...columnProblems([null, "role"])].map(([index]) => index)).toEqual([0]);
    expect(columnProblems(["givenName", null]).size).toBe(0);
  });

  test("with cells too long to be stored are reported before they are cut", () => {
    const long = payloadRows([{ line: 2, cells: ["Ada", "x".repeat(900)] }]);
    const file = { fileName: "x.csv", header: ["Name", "School"], rows: long };
    const input = newList("00000000-0000-4000-8000-000000000000", file, {});
    expect(listProblems(input, [])).toEqual({
      "column-1": "Line 2 holds more than 500 characters in this column. Shorten it",
    });
    expect(listProblems({ ...input, columns: ["name", null] }, [])).toEqual({});
  });
});

test("the form sends back columns, choices and people, and notices changed columns", () => {
  const form = {
    roundtableId: "00000000-0000-4000-8000-000000000000",
    list: JSON.stringify({
      fileName: "x.csv",
      header: ["Who", "Where"],
      rows: [{ line: 2, cells: ["Ada"] }],
    }),
    seen: "name,",
    "column-0": "name",
    "column-1": "",
    "value-region-ff": "London",
    "person-2": "new",
  };
  expect(ListForm.parse(form)).toMatchObject({
    columns: ["name", null],
    choices: { "value-region-ff": "London" },
    people: { "person-2": "new" },
    columnsSeen: true,
  });
  expect(ListForm.parse({ ...form, "column-1": "region" })).toMatchObject({ columnsSeen: false });
  expect(ListForm.safeParse({ ...form, list: "{" }).error?.issues[0]?.path).toEqual(["file"]);
  expect(ListForm.parse({ ...form, means: "paper" }).means).toBe("paper");
  for (const means of ["link", "qr_code"])
    expect(ListForm.safeParse({ ...form, means }).error?.issues[0]?.path).toEqual(["means"]);
});

describe("a row of a list", () => {
  const read = (cells: Record<string, string>) => readAttendee({ line: 2, cells });

  test("has a name in two columns, and a permission unless it is a host’s", () => {
    expect(read({ givenName: "Ada", familyName: "Alder", permission: "Verbatim" })).toMatchObject({
      name: "Ada Alder",
      permission: "verbatim",
      notes: [],
    });
    const host = read({ name: "Hal", host: "yes", permission: "Verbatim" });
    expect(host.permission).toBeNull();
    expect(host.notes).toEqual(["Permission “verbatim” is not asked of a host, and is left out."]);
  });

  test("reports where two columns contradict each other, and where a name is cut", () => {
    const row = read({ name: "A".repeat(201), phase: "PRU", setting: "Academy" });
    expect(row).toMatchObject({ phase: null, setting: "Academies" });
    expect(row.notes).toHaveLength(2);
  });
});

describe("someone already registered", () => {
  const person = (personId: string, over: object = {}) => ({
    personId,
    name: "Ada Alder",
    organisation: "Ash School",
    email: null,
    places: ["P01 at Heads"],
    ...over,
  });
  const row = (cells: Record<string, string>) => readAttendee({ line: 2, cells });

  test("is offered by name or address, and preselected only where more than the name is the same", () => {
    const known = [person("a"), person("b", { organisation: "Beech School" }), person("c", { name: "Ben" })];
    const offers = offersFor(row({ name: "Dr Ada Alder", organisation: "ash school" }), known);
    expect(offers.map(({ personId }) => personId)).toEqual(["a", "b"]);
    expect(offers[0]?.label).toBe("Ada Alder, Ash School (P01 at Heads)");
    expect(likelyPerson(offers)).toBe("a");
    expect(likelyPerson(offersFor(row({ name: "Ada Alder" }), known))).toBeNull();
    expect(
      likelyPerson(
        offersFor(row({ name: "Ada Alder", organisation: "Ash School" }), [person("a"), person("d")]),
      ),
    ).toBeNull();
  });

  test("is not preselected by an address that others use too, nor against another address", () => {
    const known = [person("a", { email: "office@ash.example" })];
    const likely = (cells: Record<string, string>) => likelyPerson(offersFor(row(cells), known));
    expect(likely({ name: "Ben Birch", email: "office@ash.example", organisation: "Ash School" })).toBeNull();
    expect(offersFor(row({ name: "Ben Birch", email: "office@ash.example" }), known)).toHaveLength(1);
    expect(likely({ name: "Ada Alder", email: "ada@ash.example", organisation: "Ash School" })).toBeNull();
    expect(likely({ name: "Ada Alder", email: "OFFICE@ash.example", organisation: "Elm" })).toBe("a");
  });
});
