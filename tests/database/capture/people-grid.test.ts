import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import { changeParticipant, recordPermission } from "@/lib/capture/people/commands/change-participant";
import { choosePermission } from "@/lib/capture/permission/commands/choose-permission";
import { makePermissionLink } from "@/lib/capture/permission/commands/make-permission-link";
import { savePeople } from "@/lib/capture/registration/commands/save-people";
import { cellsOf } from "@/lib/capture/registration/grid/grid-cells";
import type { GridCells } from "@/lib/capture/registration/grid/grid-columns";
import { SavePeopleInput } from "@/lib/capture/registration/grid/grid-input";
import { cellName, writeBase } from "@/lib/capture/registration/grid/grid-form";
import type { GridRow } from "@/lib/capture/registration/grid/grid-row";
import { listIdentities, listParticipants } from "@/lib/capture/people/queries/participants";
import { listKnownPeople } from "@/lib/capture/registration/queries/people-grid";
import { MEANS_WORDS, PERMISSION_WORDS } from "@/lib/capture/people/permission-level";
import { databaseKind, db, transaction } from "@/lib/platform/db";
import { openTestDatabase } from "@/tests/support/database";
import {
  makeContribution,
  makeMember,
  makeParticipant,
  makeRoundtable,
  type TestReview,
} from "@/tests/support/worlds/factories";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

let review: TestReview;
let facilitator: Viewer;
let colleague: Viewer;

beforeAll(async () => {
  ({ review, facilitator, lead: colleague } = await makeScene({ members: ["facilitator", "lead"] }));
});

const newRow = (cells: GridCells, personId: string | null = null): GridRow => ({
  id: randomUUID(),
  label: null,
  personId,
  base: {},
  cells,
});

/** The rows as the form sends them. */
function inputOf(roundtableId: string, rows: readonly GridRow[], confirmed: string[] = []) {
  const fields: Record<string, unknown> = { roundtableId, row: rows.map(({ id }) => id), confirmed };
  for (const row of rows) {
    fields[`base.${row.id}`] = writeBase(row);
    fields[`person.${row.id}`] = row.personId ?? "";
    for (const [column, text] of Object.entries(row.cells)) fields[`${column}.${row.id}`] = text;
  }
  return SavePeopleInput.parse(fields);
}

async function rowsAt(roundtableId: string): Promise<GridRow[]> {
  const names = await listIdentities(facilitator, roundtableId);
  return (await listParticipants(facilitator, roundtableId)).map((one) => {
    const cells = cellsOf(one, names.get(one.id) ?? null);
    return { id: one.id, label: one.label, personId: null, base: cells, cells };
  });
}

const withCells = (row: GridRow | undefined, cells: GridCells): GridRow => {
  if (!row) throw new Error("There is no such row.");
  return { ...row, cells: { ...row.cells, ...cells } };
};

async function actionsAt(roundtableId: string) {
  const ids = (await listParticipants(facilitator, roundtableId)).map(({ id }) => id);
  const entries = await db().auditEntry.findMany({
    where: { subjectId: { in: ids } },
    orderBy: { at: "asc" },
    select: { action: true },
  });
  return entries.map(({ action }) => action).sort();
}

function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open: () => open(), opened };
}

/**
 * On a server, waits until a transaction waits for another one. The embedded database has one session, so all
 * wait anyway.
 */
async function untilSomebodyWaits(): Promise<void> {
  if (databaseKind() === "embedded") return;
  await expect
    .poll(
      () =>
        db()
          .$queryRaw`SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    )
    .toHaveLength(1);
}

describe("saving the grid of people", () => {
  test("registers and changes people as the forms of one person do, once however often it is sent", async () => {
    const { id } = await makeRoundtable(review);
    await db().breakoutTable.create({ data: { roundtableId: id, name: "Red", position: 1 } });
    const rows = [
      newRow({
        name: "Ada Byron",
        organisation: "Oak School",
        role: "head teacher",
        npqsTaken: "NPQSL, NPQH",
        permission: "Words may be read and quoted",
        means: "on paper",
        table: "red",
        seat: "a3",
      }),
      newRow({ name: "Host Person", host: "yes", present: "no" }),
    ];
    const saved = { outcome: "saved", added: 2, changed: 0 };
    expect(await savePeople(facilitator, inputOf(id, rows))).toEqual(saved);
    expect(await savePeople(facilitator, inputOf(id, rows))).toEqual({ ...saved, added: 0 });
    const listed = await rowsAt(id);
    expect(listed.map(({ label, cells }) => ({ label, ...cells }))).toMatchObject([
      {
        label: "P01",
        name: "Ada Byron",
        organisation: "Oak School",
        role: "Headteacher",
        npqsTaken: "NPQH, NPQSL",
        permission: PERMISSION_WORDS.verbatim,
        means: MEANS_WORDS.paper,
        table: "Red",
        seat: "A3",
      },
      { label: "H1", name: "Host Person", host: "Yes", present: "No" },
    ]);
    const change = [withCells(listed[0], { role: "SENCO", organisation: "Elm School", seat: "" })];
    expect(await savePeople(facilitator, inputOf(id, change))).toMatchObject({ added: 0, changed: 1 });
    expect(await savePeople(facilitator, inputOf(id, change))).toMatchObject({ added: 0, changed: 0 });
    expect((await rowsAt(id))[0]?.cells).toMatchObject({
      role: "SENCO",
      organisation: "Elm School",
      seat: "",
      table: "Red",
      npqsTaken: "NPQH, NPQSL",
    });
    expect(await actionsAt(id)).toEqual(
      ["participant.register", "participant.register", "participant.seat", "participant.change"]
        .concat(["identity.change", "participant.seat"])
        .sort(),
    );
  });

  test("is all or nothing, and says which cell is refused", async () => {
    const { id } = await makeRoundtable(review);
    const rows = [newRow({ name: "Ada Byron" }), newRow({ name: "Grace Murray", table: "Nowhere" })];
    const cell = cellName("table", rows[1]?.id ?? "");
    await expect(savePeople(facilitator, inputOf(id, rows))).rejects.toMatchObject({
      kind: "invalid",
      fieldErrors: { [cell]: "“Nowhere” is not a table of this roundtable" },
    });
    expect(await rowsAt(id)).toEqual([]);
  });

  test("sets the permission of nine people at once, with the present wording and means", async () => {
    const { id } = await makeRoundtable(review);
    for (let one = 0; one < 9; one++) await makeParticipant(review, { id }, { permission: null });
    const permit = { permission: PERMISSION_WORDS.verbatim, means: MEANS_WORDS.facilitator };
    const rows = (await rowsAt(id)).map((row) => withCells(row, permit));
    expect(await savePeople(facilitator, inputOf(id, rows))).toMatchObject({ changed: 9 });
    const kept = await db().permission.findMany({ where: { participant: { roundtableId: id } } });
    expect(kept).toHaveLength(9);
    for (const one of kept)
      expect(one).toMatchObject({
        level: "verbatim",
        means: "facilitator",
        byId: facilitator.userId,
        until: null,
      });
    expect(await actionsAt(id)).toEqual(Array.from({ length: 9 }, () => "permission.record"));
  });

  test("a cell that a colleague changed is shown with both values, and the colleague's other cells stay", async () => {
    const { id } = await makeRoundtable(review);
    await savePeople(facilitator, inputOf(id, [newRow({ role: "SENCO" })]));
    const [row] = await rowsAt(id);
    const mine = withCells(row, { role: "Deputy head" });
    const there = mine.id;
    await changeParticipant(colleague, { id: there, label: "P01", role: "headteacher", phase: "Primary" });
    expect(await savePeople(facilitator, inputOf(id, [mine]))).toEqual({
      outcome: "conflicts",
      conflicts: [{ rowId: there, column: "role", theirs: "Headteacher" }],
    });
    expect((await rowsAt(id))[0]?.cells).toMatchObject({ role: "Headteacher", phase: "Primary" });
    const seen = { ...mine, base: { ...mine.base, role: "Headteacher" } };
    await savePeople(facilitator, inputOf(id, [seen]));
    expect((await rowsAt(id))[0]?.cells).toMatchObject({ role: "Deputy head", phase: "Primary" });
  });

  test("a colleague's permission is not overwritten by another means", async () => {
    const roundtable = await makeRoundtable(review);
    const { id: participantId } = await makeParticipant(review, roundtable, { permission: "paraphrase" });
    const mine = withCells((await rowsAt(roundtable.id))[0], { means: MEANS_WORDS.paper });
    await recordPermission(colleague, { participantId, level: "verbatim", means: "facilitator" });
    expect(await savePeople(facilitator, inputOf(roundtable.id, [mine]))).toEqual({
      outcome: "conflicts",
      conflicts: [{ rowId: participantId, column: "permission", theirs: PERMISSION_WORDS.verbatim }],
    });
  });

  test("a participant's own choice is not overwritten by a save that began before it was stored", async () => {
    const roundtable = await makeRoundtable(review);
    const { id: participantId } = await makeParticipant(review, roundtable, { permission: "paraphrase" });
    const { token } = await makePermissionLink(facilitator, { participantId });
    const wider = { permission: PERMISSION_WORDS.verbatim };
    const mine = withCells((await rowsAt(roundtable.id))[0], wider);
    const [chosen, waited] = [gate(), gate()];
    const choosing = transaction(async (tx) => {
      const choice = { token: token ?? "", level: "not_published", wording: 1, means: "link" } as const;
      await choosePermission.within(tx, null, choice);
      chosen.open();
      await waited.opened;
    });
    await chosen.opened;
    const saving = savePeople(facilitator, inputOf(roundtable.id, [mine]));
    await untilSomebodyWaits();
    waited.open();
    await choosing;
    const conflict = { rowId: participantId, column: "permission", theirs: PERMISSION_WORDS.not_published };
    expect(await saving).toEqual({
      outcome: "conflicts",
      conflicts: [conflict, { rowId: participantId, column: "means", theirs: MEANS_WORDS.link }],
    });
  });

  test("showing a stored name in a conflict is recorded as a reading; a role is not", async () => {
    const { id } = await makeRoundtable(review);
    await savePeople(facilitator, inputOf(id, [newRow({ name: "Ada Byron", role: "SENCO" })]));
    const [row] = await rowsAt(id);
    const stored = [withCells(row, { name: "Ada King", role: "Headteacher" })];
    await savePeople(colleague, inputOf(id, stored));
    const newcomer = await makeMember(review, "facilitator");
    const readings = () =>
      db().auditEntry.count({
        where: { action: "identity.read", actorId: newcomer.userId, subjectId: id },
      });
    const role = [withCells(row, { role: "Deputy head" })];
    expect(await savePeople(newcomer, inputOf(id, role))).toMatchObject({
      conflicts: [{ column: "role", theirs: "Headteacher" }],
    });
    expect(await readings()).toBe(0);
    const name = [withCells(row, { name: "Ada Lovelace" })];
    expect(await savePeople(newcomer, inputOf(id, name))).toMatchObject({
      conflicts: [{ column: "name", theirs: "Ada King" }],
    });
    expect(await readings()).toBe(1);
  });

  test("two who save at once do not overwrite each other", async () => {
    const { id } = await makeRoundtable(review);
    await savePeople(facilitator, inputOf(id, [newRow({ role: "SENCO" })]));
    const [row] = await rowsAt(id);
    const outcomes = await Promise.all([
      savePeople(facilitator, inputOf(id, [withCells(row, { role: "Headteacher" })])),
      savePeople(colleague, inputOf(id, [withCells(row, { role: "Governor or trustee" })])),
    ]);
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(["conflicts", "saved"]);
  });

  test("a narrower permission is shown with what it changes before it is saved", async () => {
    const roundtable = await makeRoundtable(review);
    const { id } = roundtable;
    const participant = await makeParticipant(review, roundtable, { permission: "verbatim" });
    const other = await makeParticipant(review, roundtable, { permission: null });
    await makeContribution(roundtable, { participant });
    const rows = (await rowsAt(id)).map((row) =>
      withCells(row, { permission: PERMISSION_WORDS.not_published }),
    );
    const key = `${participant.id}:not_published`;
    expect(await savePeople(facilitator, inputOf(id, rows))).toMatchObject({
      outcome: "narrowing",
      labels: [participant.label],
      keys: [key],
    });
    const levels = async () =>
      new Map((await listParticipants(facilitator, id)).map((one) => [one.id, one.permission]));
    expect((await levels()).get(other.id)).toBeNull();
    await savePeople(facilitator, inputOf(id, rows, [key]));
    expect([...(await levels()).values()]).toEqual(["not_published", "not_published"]);
  });

  test("corrects how a permission was given, but not what people chose through their own link", async () => {
    const roundtable = await makeRoundtable(review);
    const { id: participantId } = await makeParticipant(review, roundtable, { permission: "paraphrase" });
    const means = async () => (await rowsAt(roundtable.id))[0]?.cells.means;
    await recordPermission(facilitator, { participantId, level: "paraphrase", means: "paper" });
    expect(await means()).toBe(MEANS_WORDS.paper);
    await db().permission.updateMany({ where: { participantId, until: null }, data: { means: "link" } });
    await recordPermission(facilitator, { participantId, level: "paraphrase", means: "paper" });
    expect(await means()).toBe(MEANS_WORDS.link);
  });

  test("people who exchange seats do not block each other", async () => {
    const { id } = await makeRoundtable(review);
    await savePeople(
      facilitator,
      inputOf(id, [newRow({ name: "Ada", seat: "1" }), newRow({ name: "Bo", seat: "2" })]),
    );
    const [one, two] = await rowsAt(id);
    await savePeople(
      facilitator,
      inputOf(id, [withCells(one, { seat: "2" }), withCells(two, { seat: "1" })]),
    );
    expect((await rowsAt(id)).map(({ cells }) => cells.seat)).toEqual(["2", "1"]);
  });
});

describe("someone already registered", () => {
  test("is offered by name with what described them, and is linked, not copied", async () => {
    const { review: own, facilitator: viewer } = await makeScene({ members: ["facilitator"] });
    const [june, july] = [await makeRoundtable(own), await makeRoundtable(own)];
    await savePeople(
      viewer,
      inputOf(june.id, [newRow({ name: "Ada Byron", organisation: "Oak", role: "SENCO" })]),
    );
    const [known] = await listKnownPeople(viewer, own.id, july.id);
    expect(known).toMatchObject({ name: "Ada Byron", organisation: "Oak", described: { role: "SENCO" } });
    expect(await listKnownPeople(viewer, own.id, june.id)).toEqual([]);
    expect(
      await db().auditEntry.count({
        where: { action: "identity.read", actorId: viewer.userId, subjectId: own.id },
      }),
    ).toBe(1);
    const row = newRow({ name: "Ada Byron", organisation: "Oak", role: "Headteacher" }, known?.personId);
    expect(await savePeople(viewer, inputOf(july.id, [row]))).toMatchObject({ added: 1 });
    expect(await savePeople(viewer, inputOf(july.id, [row]))).toMatchObject({ added: 0, changed: 0 });
    expect(await db().person.count({ where: { reviewId: own.id } })).toBe(1);
    const [there] = await listParticipants(viewer, july.id);
    expect(there).toMatchObject({ personId: known?.personId, role: "headteacher" });
  });

  test("is refused in the row of a registered person, and with another organisation", async () => {
    const [june, july] = [await makeRoundtable(review), await makeRoundtable(review)];
    await savePeople(facilitator, inputOf(june.id, [newRow({ name: "Una June", organisation: "Oak" })]));
    await savePeople(facilitator, inputOf(july.id, [newRow({ name: "Joe July" })]));
    const personId = (await listParticipants(facilitator, june.id))[0]?.personId ?? "";
    const [joe] = await rowsAt(july.id);
    const over = { ...withCells(joe, { name: "Una June", organisation: "Oak" }), personId };
    await expect(savePeople(facilitator, inputOf(july.id, [over]))).rejects.toMatchObject({
      kind: "invalid",
      fieldErrors: { [cellName("name", over.id)]: expect.stringContaining("registered in this row") },
    });
    const row = newRow({ name: "Una June", organisation: "Elm" }, personId);
    await expect(savePeople(facilitator, inputOf(july.id, [row]))).rejects.toMatchObject({
      kind: "invalid",
      fieldErrors: { [cellName("organisation", row.id)]: expect.stringContaining("Choose them again") },
    });
    expect((await rowsAt(july.id)).map(({ cells }) => cells.name)).toEqual(["Joe July"]);
  });

  test("with the same name at this roundtable is asked about, unless their addresses differ", async () => {
    const { id } = await makeRoundtable(review);
    await savePeople(facilitator, inputOf(id, [newRow({ name: "Jo Bloggs", email: "jo@example.org" })]));
    const again = newRow({ name: "JO  BLOGGS" });
    const answer = await savePeople(facilitator, inputOf(id, [again]));
    expect(answer).toMatchObject({
      outcome: "namesakes",
      fieldErrors: { [cellName("name", again.id)]: expect.stringContaining("as P01") },
    });
    const other = newRow({ name: "Jo Bloggs", email: "other.jo@example.org" });
    expect(await savePeople(facilitator, inputOf(id, [other]))).toMatchObject({ added: 1 });
  });
});

describe("the grid is refused", () => {
  test.each(["reviewer", "fellow"] as const)("to a %s", async (role) => {
    const viewer = await makeMember(review, role);
    const { id } = await makeRoundtable(review);
    const input = inputOf(id, [newRow({ name: "Ada" })]);
    await expect(savePeople(viewer, input)).rejects.toMatchObject({ kind: "not-found" });
    await expect(listKnownPeople(viewer, review.id, id)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(savePeople(facilitator, input)).resolves.toMatchObject({ added: 1 });
  });

  test("for people of another roundtable, by an id that is theirs", async () => {
    const [here, there] = [await makeRoundtable(review), await makeRoundtable(review)];
    const other = await makeParticipant(review, there, {});
    for (const label of [null, "P01"]) {
      const row = { ...newRow({ role: "SENCO" }), id: other.id, label };
      await expect(savePeople(facilitator, inputOf(here.id, [row]))).rejects.toMatchObject({ kind: "stale" });
    }
  });
});
