import { describe, expect, test } from "vitest";
import { MEANS_WORDS, PERMISSION_WORDS } from "@/lib/capture/people/permission-level";
import { readCell } from "./grid-cells";
import { suggest, withSuggestion } from "./grid-choices";
import { GRID_COLUMNS, type GridCells, type GridColumn } from "./grid-columns";
import { SavePeopleInput } from "./grid-input";
import { writeBase } from "./grid-form";
import { placeBlock, readBlock } from "./grid-paste";
import { cellProblems, placeWords } from "./grid-problems";
import { isToSave, problemsOf, shownColumns, type GridRow } from "./grid-row";
import {
  blankRow,
  changeSheet,
  keptColumns,
  meetsHidden,
  sheetOf,
  type GridChange,
  type GridSheet,
} from "./grid-rows";
import { arrowsChoose, suggestPeople, typedAs } from "./grid-suggestions";

const registered = (id: string, label: string, cells: GridCells): GridRow => ({
  id,
  label,
  personId: null,
  base: cells,
  cells,
});
const sheetFor = (...rows: GridRow[]) => sheetOf([...rows, blankRow("blank")]);
const changed = (sheet: GridSheet, ...changes: GridChange[]) => changes.reduce(changeSheet, sheet);
const rowOf = (sheet: GridSheet, id: string) => sheet.rows.find((row) => row.id === id) ?? blankRow("none");
const pasteOf = (id: string, text: string, from: readonly GridColumn[] = GRID_COLUMNS): GridChange => {
  const block = placeBlock(readBlock(text), from);
  if (!block) throw new Error("It does not fit.");
  return { do: "paste", id, block };
};
/** Types in a cell and leaves it. */
const typed = (sheet: GridSheet, id: string, column: GridColumn, text: string) =>
  changed(sheet, { do: "type", id, column, text }, { do: "leave", column, before: rowOf(sheet, id) });

describe("a cell", () => {
  test.each<[GridColumn, string, string]>([
    ["role", "head teacher", "Headteacher"],
    ["role", "ceo", "Trust chief executive"],
    ["region", "SW", "South West"],
    ["setting", "PRU", "Pupil referral unit or alternative provision"],
    ["phase", "EYFS", "Nursery"],
    ["permission", "verbatim", PERMISSION_WORDS.verbatim],
    ["npqsTaken", "NPQSL; headship", "NPQH, NPQSL"],
    ["permission", "paraphrase only", PERMISSION_WORDS.paraphrase],
    ["permission", "Not recorded", ""],
    ["means", "on paper", MEANS_WORDS.paper],
    ["present", "", "Yes"],
    ["present", "apologies", "No"],
    ["seat", "a3", "A3"],
    ["role", "Deputy", "Deputy head"],
    ["npqsTaken", "NPQH, npqsen", "NPQH, NPQSENCO"],
    ["means", "paper", MEANS_WORDS.paper],
    ["permission", "Words", PERMISSION_WORDS.verbatim],
    ["permission", "para", PERMISSION_WORDS.paraphrase],
    ["permission", "not rec", ""],
    ["setting", "AP academy", "Pupil referral unit or alternative provision"],
    ["setting", "Pupil referral unit", "Pupil referral unit or alternative provision"],
    ["setting", "alternative provision", "Pupil referral unit or alternative provision"],
  ])("%s: “%s” is %s", (column, text, shown) => {
    expect(readCell(column, text)).toEqual({ text: shown, problem: null });
  });

  test.each<[GridColumn, string]>([
    ["role", "Wizard"],
    ["phase", "Middle"],
    ["phase", "PRU"],
    ["npqsTaken", "NPQH, NPQXX"],
    ["role", "Assist or deputy"],
    ["region", "South"],
    ["permission", "perhaps"],
    ["permission", "w"],
    ["permission", "published"],
    ["permission", "not"],
    ["npqsTaken", "NPQXX, npqsen"],
    ["seat", "by the window"],
    ["email", "ada"],
    ["name", "a".repeat(201)],
  ])("%s: “%s” stays, and says why it is not understood", (column, text) => {
    const read = readCell(column, text);
    expect(read.text).toBe(text);
    expect(read.problem).toMatch(/\w/);
  });
});

test.each<[GridColumn, string, string | null]>([
  ["setting", "academy trust", "Did you mean “Multi-academy trust” or “Single-academy trust”?"],
  ["setting", "AP hub", "Did you mean “Pupil referral unit or alternative provision”?"],
  ["setting", "Speical scholl", "Did you mean “Special schools”?"],
  ["role", "SLT", "Did you mean “Assistant head”, “Deputy head” or “Headteacher”?"],
  ["role", "Head of MFL faculty", "Did you mean “Middle leader”?"],
  ["role", "headtaecher", "Did you mean “Headteacher”?"],
  ["npqsTaken", "NPQ primary numbers", "Did you mean “NPQLPM”?"],
  ["role", "Wizard", null],
  ["setting", "School", null],
])("%s: “%s” is refused with similar choices: %s", (column, text, similar) => {
  const { problem } = readCell(column, text);
  expect(problem).toMatch(/is not in the list|No NPQ/);
  if (similar === null) expect(problem).not.toContain("Did you mean");
  else expect(problem).toContain(similar);
});

describe("pasting", () => {
  test("fills cells, adds rows, and keeps what is not recognised with its error", () => {
    const sheet = changed(
      sheetFor(),
      pasteOf("blank", "Ada Byron\tOak School\tHead\nGrace Murray\tElm\tWizard\n"),
    );
    const [ada = blankRow(""), grace = blankRow("")] = sheet.rows;
    expect(ada.cells).toEqual({ name: "Ada Byron", organisation: "Oak School", role: "Headteacher" });
    expect(grace.cells.role).toBe("Wizard");
    expect(problemsOf(grace)).toEqual({ role: "“Wizard” is not in the list of roles" });
    expect(sheet.rows).toHaveLength(3);
    expect(changed(sheet, { do: "undo" }).rows.filter(isToSave)).toEqual([]);
    expect(changed(sheet, { do: "undo" }, { do: "redo" }).rows.filter(isToSave)).toHaveLength(2);
  });

  test("adds people under headings, wherever they are pasted", () => {
    const there = registered("p1", "P01", { name: "Old Hand", role: "SENCO" });
    const sheet = changed(sheetFor(there), pasteOf("p1", "Role\tName\nHead\tAda"));
    expect(rowOf(sheet, "p1")).toEqual(there);
    expect(rowOf(sheet, "blank").cells).toEqual({ name: "Ada", role: "Headteacher" });
  });

  test("a word that begins only one choice is that choice, as when it is typed", () => {
    const text = "Deputy";
    const pasted = changed(sheetFor(), pasteOf("blank", `Ada\tOak\t${text}`));
    expect(rowOf(pasted, "blank").cells.role).toBe("Deputy head");
    expect(rowOf(typed(sheetFor(), "blank", "role", text), "blank").cells.role).toBe("Deputy head");
  });

  test("adds the same rows however often it is computed", () => {
    const paste = pasteOf("blank", "Ada\nGrace\nHedy");
    const ids = () => changeSheet(sheetFor(), paste).rows.map(({ id }) => id);
    expect(new Set(ids()).size).toBe(4);
    expect(ids()).toEqual(ids());
  });

  test("does not overwrite names that are hidden", () => {
    const { rows } = sheetFor(registered("p1", "P01", { role: "SENCO" }));
    const block = placeBlock(readBlock("Ada\tOak"), GRID_COLUMNS);
    expect(block && [meetsHidden(rows, "p1", block), meetsHidden(rows, "blank", block)]).toEqual([
      true,
      false,
    ]);
  });
});

describe("typing", () => {
  test("is read when the cell is left, and undone in one step with its consequences", () => {
    const sheet = typed(
      sheetFor(registered("p1", "P01", { permission: "", means: "" })),
      "p1",
      "permission",
      "paraphrase only",
    );
    const { cells } = rowOf(sheet, "p1");
    expect(cells).toEqual({ permission: PERMISSION_WORDS.paraphrase, means: MEANS_WORDS.facilitator });
    expect(rowOf(changed(sheet, { do: "undo" }), "p1").cells).toEqual({ permission: "", means: "" });
  });

  test("a permission for many rows leaves blank rows alone", () => {
    const people = ["p1", "p2"].map((id) => registered(id, id.toUpperCase(), { permission: "", means: "" }));
    const permit = { permission: PERMISSION_WORDS.verbatim, means: MEANS_WORDS.paper };
    const sheet = changed(
      sheetFor(...people),
      { do: "choose", ids: ["p1", "p2", "blank"] },
      { do: "permit", ...permit },
    );
    expect(sheet.rows.map(({ cells }) => cells)).toEqual([permit, permit, {}]);
  });

  test("another name means another person than the one chosen", () => {
    const person = {
      personId: "x",
      name: "Ada Byron",
      organisation: "Oak",
      email: null,
      where: "P01 at June",
      described: { role: "SENCO" },
    };
    const chosen = changed(sheetFor(), { do: "person", id: "blank", person });
    expect(rowOf(chosen, "blank")).toMatchObject({
      personId: "x",
      cells: { name: "Ada Byron", organisation: "Oak", role: "SENCO" },
    });
    const other = rowOf(typed(typed(chosen, "blank", "phase", "Primary"), "blank", "name", "Ada L"), "blank");
    expect(other.personId).toBeNull();
    expect(other.cells).toMatchObject({
      name: "Ada L",
      organisation: "",
      email: "",
      role: "",
      phase: "Primary",
    });
    const there = registered("p1", "P01", { name: "Grace" });
    const kept = changed(sheetFor(there), { do: "person", id: "p1", person });
    expect(rowOf(kept, "p1")).toEqual(there);
    const paste = placeBlock(readBlock("Ada Byron\tElm\tHead"), ["name", "organisation", "role"]);
    if (!paste) throw new Error("It does not fit.");
    const pasted = changed(chosen, { do: "paste", id: "blank", block: paste });
    expect(rowOf(pasted, "blank").cells).toMatchObject({ organisation: "Oak", role: "Headteacher" });
    expect(keptColumns(chosen.rows, pasted.rows, "blank", paste)).toEqual(["organisation"]);
    const renamed = changed(chosen, pasteOf("blank", "Grace\tElm", ["name", "organisation"]));
    expect(rowOf(renamed, "blank")).toMatchObject({
      personId: null,
      cells: { name: "Grace", organisation: "Elm", role: "" },
    });
  });

  test("hosts are not asked for a permission", () => {
    const host = registered("h1", "H1", { host: "Yes", permission: "", means: "" });
    const permit = { permission: PERMISSION_WORDS.verbatim, means: MEANS_WORDS.paper };
    const sheet = changed(sheetFor(host), { do: "choose", ids: ["h1"] }, { do: "permit", ...permit });
    expect(rowOf(sheet, "h1")).toEqual(host);
    expect(problemsOf({ ...host, cells: { ...host.cells, ...permit } })).toMatchObject({
      permission: "Hosts are not asked for a permission. Leave it empty",
    });
  });
});

describe("after a save", () => {
  test("undo makes a change that has to be saved again, and does not undo a registration", () => {
    const filled = typed(sheetFor(), "blank", "role", "SENCO");
    const saved = changed(
      filled,
      { do: "saved", rows: filled.rows },
      { do: "stored", rows: [registered("blank", "P01", { role: "SENCO" })] },
    );
    expect(saved.rows.filter(isToSave)).toEqual([]);
    const more = typed(saved, "blank", "role", "head");
    const twice = changed(more, { do: "saved", rows: more.rows }, { do: "undo" });
    expect(rowOf(twice, "blank").cells.role).toBe("SENCO");
    expect(twice.rows.filter(isToSave)).toHaveLength(1);
    expect(rowOf(changed(twice, { do: "undo" }), "blank").label).not.toBeNull();
  });

  test("a colleague's change is shown where nobody typed, and is a conflict where somebody did", () => {
    const mine = typed(sheetFor(registered("p1", "P01", { role: "SENCO", phase: "" })), "p1", "role", "head");
    const read = changed(mine, {
      do: "stored",
      rows: [registered("p1", "P01", { role: "Deputy head", phase: "Primary" })],
    });
    expect(rowOf(read, "p1")).toMatchObject({
      cells: { role: "Headteacher", phase: "Primary" },
      base: { role: "SENCO" },
    });
    const told = changed(read, {
      do: "conflicts",
      conflicts: [{ rowId: "p1", column: "role", theirs: "Deputy head" }],
    });
    expect(rowOf(changed(told, { do: "theirs", id: "p1", column: "role" }), "p1").cells.role).toBe(
      "Deputy head",
    );
  });
});

describe("the form", () => {
  const [one, two] = ["0190a000-0000-7000-8000-000000000001", "0190a000-0000-7000-8000-000000000002"];
  const form = {
    roundtableId: one,
    row: [one, two],
    [`base.${one}`]: writeBase({ label: "P01", base: { role: "SENCO", permission: "" } }),
    [`role.${one}`]: "sendco",
    [`permission.${one}`]: "",
    [`name.${two}`]: "",
  };

  test("sends only the rows that changed, and not for a cell that means the same", () => {
    expect(SavePeopleInput.parse(form).rows).toEqual([]);
    const { rows } = SavePeopleInput.parse({ ...form, [`role.${one}`]: "head", [`name.${two}`]: " Ada " });
    expect(rows).toMatchObject([
      { id: one, label: "P01", changed: ["role"], cells: { role: "Headteacher" } },
      { id: two, label: null, changed: ["name"], cells: { name: "Ada" } },
    ]);
  });

  test("shows each error at its cell", () => {
    const wrong = { ...form, [`role.${one}`]: "Wizard", [`organisation.${two}`]: "Oak" };
    const { error } = SavePeopleInput.safeParse(wrong);
    expect(error?.issues.map(({ path }) => path[0])).toEqual([`role.${one}`, `name.${two}`]);
  });

  test("without JavaScript sets one permission for the selected rows", () => {
    const press = { chosen: one, setPermission: "verbatim", setMeans: "paper" };
    expect(SavePeopleInput.parse({ ...form, ...press }).rows).toMatchObject([
      {
        id: one,
        changed: ["permission", "means"],
        cells: { permission: PERMISSION_WORDS.verbatim, means: MEANS_WORDS.paper },
      },
    ]);
  });
});

describe("problems of the rows", () => {
  test("a half-typed word is not an error until the cell is left", () => {
    const rows = [
      registered("p1", "P01", { role: "SENCO", region: "" }),
      registered("p2", "P02", { role: "" }),
    ];
    const wrong = typed(sheetFor(...rows), "p2", "role", "Wizard");
    expect(cellProblems(wrong.rows, null, null)).toHaveLength(1);
    const before = rowOf(wrong, "p1");
    const typing = changed(wrong, { do: "type", id: "p1", column: "region", text: "Sou" });
    expect(cellProblems(typing.rows, before, null)).toHaveLength(1);
    const left = changed(typing, { do: "leave", column: "region", before });
    expect(cellProblems(left.rows, null, null)).toHaveLength(2);
  });

  test("cells with problems are named by their place, including those that the server refused", () => {
    const sheet = changed(sheetFor(registered("p1", "P01", { table: "" })), {
      do: "type",
      id: "p1",
      column: "table",
      text: "Nowhere",
    });
    const rows = typed(sheet, "blank", "role", "Wizard").rows;
    const answer = {
      ok: false as const,
      fieldErrors: { "table.p1": "No such table", "role.blank": "Another" },
      values: { "table.p1": "Nowhere", "role.blank": "Wizardry" },
    };
    const places = (all: typeof rows) =>
      cellProblems(all, null, answer).map(({ rowId, column }) => placeWords(all, rowId, column));
    expect(places(rows)).toEqual(["Table of P01", "Role in row 2"]);
    expect(places(typed(sheetOf(rows), "p1", "table", "North").rows)).toEqual(["Role in row 2"]);
  });

  test("hidden names take up no space, unless one of their cells contains typed text", () => {
    const named = registered("p1", "P01", { name: "Ada", organisation: "", email: "", role: "SENCO" });
    const hidden = registered("p2", "P02", { role: "SENCO" });
    expect(shownColumns(GRID_COLUMNS, [blankRow("blank")])).toEqual(GRID_COLUMNS);
    expect(shownColumns(GRID_COLUMNS, [named, blankRow("blank")])).toEqual(GRID_COLUMNS);
    const without = shownColumns(GRID_COLUMNS, [hidden, blankRow("blank")]);
    expect(without).toEqual(
      GRID_COLUMNS.filter((column) => !["name", "organisation", "email"].includes(column)),
    );
    const fresh = { ...blankRow("new"), cells: { name: "Grace" } };
    expect(shownColumns(GRID_COLUMNS, [hidden, fresh])).toEqual(["name", ...without]);
  });
});

describe("suggestions", () => {
  test.each<[GridColumn, string, string | undefined]>([
    ["region", "South", undefined],
    ["region", "York", "Yorkshire and The Humber"],
    ["region", "", undefined],
    ["npqsTaken", "NPQH, npqen", undefined],
    ["npqsTaken", "NPQH, npqsen", "NPQSENCO"],
    ["permission", "quoted", PERMISSION_WORDS.verbatim],
    ["permission", "W", PERMISSION_WORDS.verbatim],
    ["permission", "Not", undefined],
    ["role", "DHT", "Deputy head"],
    ["setting", "AP", "Pupil referral unit or alternative provision"],
    ["setting", "AP hub", undefined],
  ])("%s with “%s” shows %s as what leaving the cell takes", (column, text, taken) => {
    const offer = suggest(column, text, []);
    expect(offer.choices[typedAs(column, text, offer)]).toBe(taken);
  });

  test("similar choices are offered where nothing begins with the text, and never chosen automatically", () => {
    expect(suggest("setting", "AP hub", [])).toEqual({
      choices: ["Pupil referral unit or alternative provision"],
      similar: true,
    });
  });

  test("the arrows move in a list that was opened or offers a choice, else to the next row", () => {
    const list = { opened: false, active: -1, picked: false };
    expect(arrowsChoose(list)).toBe(true);
    expect(arrowsChoose({ ...list, active: 0 })).toBe(false);
    expect(arrowsChoose({ ...list, active: 0, picked: true })).toBe(true);
    expect(arrowsChoose({ ...list, active: 0, opened: true })).toBe(true);
  });

  test("are choices in which a word begins with the text, first words first", () => {
    expect(suggest("role", "head", []).choices).toEqual([
      "Head of year or phase",
      "Headteacher",
      "Assistant head",
      "Deputy head",
      "Executive head",
    ]);
    expect(suggest("npqsTaken", "NPQH, npqs", []).choices).toEqual(["NPQSL", "NPQSENCO"]);
    expect(withSuggestion("npqsTaken", "NPQH, npqs", "NPQSL")).toBe("NPQH, NPQSL");
  });

  test("of people need two letters, and match the beginnings of their names", () => {
    const person = (name: string) => ({
      personId: name,
      name,
      organisation: null,
      email: null,
      where: "",
      described: {},
    });
    const people = [person("Dr Zoë O’Neil"), person("Ada Byron")];
    expect(suggestPeople(people, "z")).toEqual([]);
    expect(suggestPeople(people, "oneil zo").map(({ name }) => name)).toEqual(["Dr Zoë O’Neil"]);
  });
});
