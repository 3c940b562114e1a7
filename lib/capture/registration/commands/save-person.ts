import type { Viewer } from "@/lib/access/policy";
import {
  changeIdentity,
  changeParticipant,
  recordPermission,
} from "@/lib/capture/people/commands/change-participant";
import { registerParticipant } from "@/lib/capture/people/commands/register-participant";
import { seatParticipant } from "@/lib/capture/people/commands/seat-participant";
import {
  ChangeParticipantInput,
  IdentityInput,
  RegisterParticipantInput,
} from "@/lib/capture/people/participant";
import type { SeatParticipantInput } from "@/lib/capture/roundtable/tables";
import type { Tx } from "@/lib/platform/db";
import { invalid, Refusal } from "@/lib/platform/errors";
import { plainValue } from "../attendance-values";
import { isSameCell } from "../grid/grid-cells";
import { IDENTITY_COLUMNS, type GridCells, type GridColumn } from "../grid/grid-columns";
import { permissionIn, type ChangedRow } from "../grid/grid-input";
import { cellName } from "../grid/grid-form";
import { isAsked } from "../grid/grid-row";
import type { StoredPerson } from "../queries/people-grid";

export type GridPlace = { reviewId: string; roundtableId: string };
type Place = GridPlace & { tables: readonly { id: string; name: string }[] };

const DESCRIBING = [
  "role",
  "phase",
  "setting",
  "region",
  "npqsTaken",
  "npqsDelivered",
  "present",
  "host",
] as const;

/** Saves one row through the commands that save one person, each with its rules and its audit entry. */
export async function saveRow(
  tx: Tx,
  viewer: Viewer,
  place: Place,
  row: ChangedRow,
  stored: StoredPerson | undefined,
): Promise<"added" | "changed" | null> {
  try {
    if (stored) return (await changeRow(tx, viewer, place, row, stored)) ? "changed" : null;
    await addRow(tx, viewer, place, row);
    return "added";
  } catch (error) {
    if (error instanceof Refusal && error.kind === "invalid") throw inRow(error, row);
    throw error;
  }
}

const CELL_OF: Record<string, GridColumn> = { personId: "name", tableId: "table", label: "name" };

/** A refusal of one person's command, shown at the row's cell. */
function inRow({ kind, message, fieldErrors }: Refusal, { id, label, changed }: ChangedRow): Refusal {
  const [field] = Object.keys(fieldErrors);
  const known = [...changed, ...IDENTITY_COLUMNS, ...DESCRIBING, "seat" as const].find(
    (column) => column === field,
  );
  const column = known ?? (field === undefined ? changed[0] : CELL_OF[field]);
  if (column === undefined) return new Refusal(kind, label === null ? message : `${label}: ${message}`);
  return new Refusal(kind, message, { [cellName(column, id)]: message });
}

async function addRow(
  tx: Tx,
  viewer: Viewer,
  place: Place,
  { id, personId, cells }: ChangedRow,
): Promise<void> {
  const { level, means } = permissionIn(cells);
  const input = RegisterParticipantInput.parse({
    ...describing(cells),
    ...(personId === null ? { name: cells.name, organisation: cells.organisation, email: cells.email } : {}),
    roundtableId: place.roundtableId,
    id,
    personId,
    permission: isAsked({ cells }) ? level : null,
    means,
  });
  await registerParticipant.within(tx, viewer, input);
  if (personId !== null) await requireTheirOwn(tx, personId, cells);
  const { seat: number = "", table = "" } = cells;
  if (number !== "" || table !== "") await seat(tx, viewer, place, id, { seat: number, table });
}

/** Registering a known person here does not change what is stored about them elsewhere. */
async function requireTheirOwn(tx: Tx, personId: string, cells: GridCells): Promise<void> {
  const identity = await tx.identity.findUnique({
    where: { personId },
    select: { organisation: true, email: true },
  });
  for (const column of ["organisation", "email"] as const)
    if (cells[column] !== undefined && !isSameCell(column, cells[column], identity?.[column] ?? ""))
      throw invalid(
        "This does not match what we have for the person you chose. Choose them again, or change it on their own page",
        column,
      );
}

/** Whether anything changed. */
async function changeRow(
  tx: Tx,
  viewer: Viewer,
  place: Place,
  { id, cells, changed }: ChangedRow,
  { participant, identity, cells: now }: StoredPerson,
): Promise<boolean> {
  const open = changed.filter((column) => !isSameCell(column, now[column], cells[column]));
  const some = (columns: readonly GridColumn[]) => open.some((column) => columns.includes(column));
  const merged: GridCells = { ...now };
  for (const column of open) merged[column] = cells[column] ?? "";
  if (some(DESCRIBING)) {
    const input = ChangeParticipantInput.parse({ ...describing(merged), id, label: participant.label });
    await changeParticipant.within(tx, viewer, input);
  }
  if (some(IDENTITY_COLUMNS)) {
    const { name, organisation, email } = merged;
    const { personId } = participant;
    const input = IdentityInput.parse({
      personId,
      name,
      organisation,
      email,
      schoolUrn: identity?.schoolUrn ?? null,
    });
    await changeIdentity.within(tx, viewer, input);
  }
  const choice = permissionIn(merged);
  // A choice made before they became a host can still be withdrawn.
  if (some(["permission", "means"]) && (choice.level === null || isAsked({ cells: merged })))
    await recordPermission.within(tx, viewer, { participantId: id, ...choice });
  const sitting: Sitting = {};
  for (const column of ["seat", "table"] as const)
    if (open.includes(column)) sitting[column] = merged[column] ?? "";
  if (some(["seat", "table"])) await seat(tx, viewer, place, id, sitting);
  return open.length > 0;
}

/** The cells that describe a person, as the form of one person sends them. */
function describing(cells: GridCells) {
  return {
    role: plainValue("role", cells.role ?? ""),
    phase: cells.phase,
    setting: cells.setting,
    region: cells.region,
    npqsTaken: listOf(cells.npqsTaken),
    npqsDelivered: listOf(cells.npqsDelivered),
    absent: cells.present === "No",
    host: cells.host === "Yes",
  };
}

const listOf = (text = "") =>
  text
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean);

type Sitting = Partial<Record<"seat" | "table", string>>;

/** What is left out stays as it is. */
async function seat(
  tx: Tx,
  viewer: Viewer,
  place: Place,
  participantId: string,
  sitting: Sitting,
): Promise<void> {
  const input: SeatParticipantInput = { participantId };
  if (sitting.seat !== undefined) input.seat = sitting.seat || null;
  if (sitting.table !== undefined) input.tableId = tableOf(place, sitting.table);
  await seatParticipant.within(tx, viewer, input);
}

function tableOf({ tables }: Place, name: string): string | null {
  if (name === "") return null;
  const table = tables.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (!table) throw invalid(`“${name}” is not a table of this roundtable`, "table");
  return table.id;
}
