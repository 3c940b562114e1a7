import { requireCan, type Viewer } from "@/lib/access/policy";
import { noteNames } from "@/lib/access/reading";
import { lockParticipants } from "@/lib/capture/people/commands/participant-rows";
import { personKey } from "@/lib/capture/people/person-match";
import { isNarrowing } from "@/lib/capture/permission/permission";
import { consequencesWithin } from "@/lib/capture/permission/queries/permission-links";
import { findRoundtable, lockRoundtable } from "@/lib/capture/roundtable/commands/find-roundtable";
import { command } from "@/lib/platform/command";
import type { Tx } from "@/lib/platform/db";
import { invalid, Refusal } from "@/lib/platform/errors";
import { isSameCell } from "../grid/grid-cells";
import { IDENTITY_COLUMNS, type GridCells, type GridColumn } from "../grid/grid-columns";
import { permissionIn, type ChangedRow, type SavePeopleInput } from "../grid/grid-input";
import { cellName } from "../grid/grid-form";
import type { CellConflict, Narrowing } from "../grid/grid-state";
import { readStoredPeople, type StoredPerson } from "../queries/people-grid";
import { saveRow, type GridPlace } from "./save-person";

type Stored = ReadonlyMap<string, StoredPerson>;

/** Only "saved" has written anything. */
export type PeopleSaved =
  | { outcome: "saved"; added: number; changed: number }
  | { outcome: "conflicts"; conflicts: CellConflict[] }
  | { outcome: "namesakes"; fieldErrors: Record<string, string> }
  | ({ outcome: "narrowing" } & Narrowing);

/**
 * Saves the changed rows of the grid of people, all or none. A cell that a colleague changed meanwhile is not
 * overwritten: both values are shown first. A value that is already stored is left alone, so sending the form
 * twice saves once.
 */
export const savePeople = command(
  async (tx, viewer: Viewer, input: SavePeopleInput): Promise<PeopleSaved> => {
    const { roundtableId, rows, confirmed } = input;
    const { reviewId } = await findRoundtable(tx, viewer, roundtableId);
    requireCan(viewer, "participant.register", { reviewId });
    if (rows.some(namesSomebody)) requireCan(viewer, "identity.read", { reviewId });
    await lockRoundtable(tx, roundtableId);
    // A participant's own choice does not lock the roundtable.
    await lockParticipants(
      tx,
      rows.map(({ id }) => id),
    );
    const stored = await readStoredPeople(tx, viewer, roundtableId);
    await requireOwnRows(tx, rows, stored);
    const conflicts = findConflicts(rows, stored);
    const reading = { reviewId, subjectType: "roundtable", subjectId: roundtableId } as const;
    if (conflicts.length > 0) {
      if (conflicts.some(showsIdentity)) await noteNames(viewer, reading, tx);
      return { outcome: "conflicts", conflicts };
    }
    const fieldErrors = findNamesakes(rows, stored);
    if (Object.keys(fieldErrors).length > 0) {
      await noteNames(viewer, reading, tx);
      return { outcome: "namesakes", fieldErrors };
    }
    const narrowing = await findNarrowing(tx, rows, stored, confirmed);
    if (narrowing) return { outcome: "narrowing", ...narrowing };
    return { outcome: "saved", ...(await saveRows(tx, viewer, { reviewId, roundtableId }, rows, stored)) };
  },
);

function namesSomebody({ changed, personId }: ChangedRow): boolean {
  return personId !== null || changed.some((column) => IDENTITY_COLUMNS.includes(column));
}

/** Whether the answer contains a stored name, organisation or address. */
function showsIdentity({ column, theirs }: CellConflict): boolean {
  return theirs !== "" && IDENTITY_COLUMNS.includes(column);
}

/** An id must belong to a person at this roundtable, or to nobody yet. */
async function requireOwnRows(tx: Tx, rows: readonly ChangedRow[], stored: Stored): Promise<void> {
  const fresh = rows.filter(({ id }) => !stored.has(id));
  const taken = await tx.participant.count({ where: { id: { in: fresh.map(({ id }) => id) } } });
  if (taken > 0 || fresh.some(({ label }) => label !== null))
    throw new Refusal(
      "stale",
      "Somebody in these rows is no longer at this roundtable. Load the page again.",
    );
  if (new Set(rows.map(({ id }) => id)).size < rows.length)
    throw invalid("A row was sent twice. Load the page again.");
  const erased = rows.find(({ id }) => stored.get(id)?.participant.erased);
  const replaced = rows.find(
    ({ id, personId }) =>
      personId !== null && stored.has(id) && stored.get(id)?.participant.personId !== personId,
  );
  if (replaced) {
    const message = "Somebody is already registered in this row. You can only choose people for new rows";
    throw new Refusal("invalid", message, { [cellName("name", replaced.id)]: message });
  }
  if (erased) throw invalid("A person in these rows was erased at their request. Load the page again.");
}

function findConflicts(rows: readonly ChangedRow[], stored: Stored): CellConflict[] {
  return rows.flatMap(({ id, label, base, cells, changed }) => {
    const now = stored.get(id)?.cells;
    if (!now) return [];
    return (label === null ? changed : together(changed, cells)).flatMap((column) => {
      const theirs = now[column] ?? "";
      const untouched = isSameCell(column, theirs, base[column]);
      return untouched || isSameCell(column, theirs, cells[column]) ? [] : [{ rowId: id, column, theirs }];
    });
  });
}

/** A permission and how it was given are stored together: a change of either is a change of both. */
function together(changed: readonly GridColumn[], cells: GridCells): GridColumn[] {
  const permission: GridColumn[] = ["permission", "means"];
  if (!changed.some((column) => permission.includes(column))) return [...changed];
  return [...new Set([...changed, ...permission.filter((column) => cells[column] !== undefined)])];
}

type Named = { id: string; key: string; email: string; where: string };

/** New rows with the name of a person who is there, or of another row, unless their addresses differ. */
function findNamesakes(rows: readonly ChangedRow[], stored: Stored): Record<string, string> {
  const known: Named[] = [...stored.values()].flatMap(({ participant: { id, label }, identity }) =>
    identity
      ? [{ id, key: personKey(identity.name), email: identity.email ?? "", where: `as ${label}` }]
      : [],
  );
  const errors: Record<string, string> = {};
  for (const { id, personId, cells } of rows) {
    const key = personKey(cells.name ?? "");
    if (stored.has(id) || personId !== null || key === "") continue;
    const email = cells.email ?? "";
    const there = known.find((one) => one.key === key && !(one.email && email && one.email !== email));
    if (there)
      errors[`name.${id}`] =
        `Somebody with this name is already registered here, ${there.where}. Remove the row, or change the name to show that they are different people`;
    else known.push({ id, key, email, where: "in another of these rows" });
  }
  return errors;
}

/** Narrower permissions whose consequences the sender has not yet seen. */
async function findNarrowing(
  tx: Tx,
  rows: readonly ChangedRow[],
  stored: Stored,
  confirmed: readonly string[],
): Promise<Narrowing | null> {
  const found: Narrowing = { labels: [], keys: [], consequences: [] };
  let unseen = false;
  for (const { id, cells, changed } of rows) {
    const person = stored.get(id)?.participant;
    if (!person || !changed.includes("permission")) continue;
    const from = person.permission;
    const { level } = permissionIn(cells);
    if (!isNarrowing(from, level)) continue;
    const key = `${id}:${level ?? "none"}`;
    unseen ||= !confirmed.includes(key);
    found.labels.push(person.label);
    found.keys.push(key);
    const step = { participantId: id, from, to: level ?? ("not_published" as const) };
    for (const one of await consequencesWithin(tx, step)) addConsequence(found.consequences, one);
  }
  return unseen ? found : null;
}

function addConsequence(sums: Narrowing["consequences"], one: Narrowing["consequences"][number]): void {
  const sum = sums.find(({ what }) => what === one.what);
  if (sum) sum.count += one.count;
  else sums.push({ ...one });
}

async function saveRows(
  tx: Tx,
  viewer: Viewer,
  place: GridPlace,
  rows: readonly ChangedRow[],
  stored: Stored,
): Promise<{ added: number; changed: number }> {
  // Otherwise two people who exchange seats would each find the other's seat taken.
  const moved = rows.flatMap(({ id, cells, changed }) => {
    const now = stored.get(id)?.cells.seat;
    return changed.includes("seat") && now !== undefined && now !== cells.seat ? [id] : [];
  });
  await tx.participant.updateMany({ where: { id: { in: moved } }, data: { seat: null } });
  const tables = await tx.breakoutTable.findMany({
    where: { roundtableId: place.roundtableId, endedAt: null },
    select: { id: true, name: true },
  });
  const count = { added: 0, changed: 0 };
  for (const row of rows) {
    const done = await saveRow(tx, viewer, { ...place, tables }, row, stored.get(row.id));
    if (done !== null) count[done]++;
  }
  return count;
}
