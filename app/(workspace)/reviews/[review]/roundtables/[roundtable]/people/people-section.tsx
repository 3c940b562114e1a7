import { randomUUID } from "node:crypto";
import { PeopleOfRoundtable } from "@/components/capture/registration/reading/people-of-roundtable";
import type { Viewer } from "@/lib/access/policy";
import { cellsOf } from "@/lib/capture/registration/grid/grid-cells";
import { GRID_COLUMNS } from "@/lib/capture/registration/grid/grid-columns";
import { packRow, unpackRows } from "@/lib/capture/registration/grid/packed-rows";
import { shownColumns } from "@/lib/capture/registration/grid/grid-row";
import type { IdentityOf, Participant } from "@/lib/capture/people/participant";
import { listKnownPeople } from "@/lib/capture/registration/queries/people-grid";
import { listOpenTables } from "@/lib/capture/people/queries/participants";
import { savePeopleGrid } from "./grid-actions";

/** Blank rows: a small group where nobody is registered yet, else a few for people who arrive late. */
const BLANK_ROWS = { first: 8, more: 3 };

type Props = {
  viewer: Viewer;
  reviewId: string;
  roundtableId: string;
  participants: readonly Participant[];
  /** null while names are hidden. */
  names: ReadonlyMap<string, IdentityOf> | null;
  /** Whether somebody asked for the fields without a script. */
  fields: boolean;
  fieldsHref: string;
};

/** Everybody at the roundtable in a grid that is edited and saved together. */
export async function PeopleSection(props: Props) {
  const { viewer, reviewId, roundtableId, participants, names, fields, fieldsHref } = props;
  const tables = (await listOpenTables(viewer, roundtableId)).map(({ name }) => name);
  const people = names ? await listKnownPeople(viewer, reviewId, roundtableId) : [];
  const columns = GRID_COLUMNS.filter((column) => column !== "table" || tables.length > 0);
  const stored = participants.map((one) => rowOf(one, names));
  const blank = participants.length === 0 ? BLANK_ROWS.first : BLANK_ROWS.more;
  return (
    <PeopleOfRoundtable
      roundtableId={roundtableId}
      columns={columns}
      readColumns={shownColumns(columns, unpackRows(stored).stored)}
      stored={stored}
      blankIds={Array.from({ length: blank }, () => randomUUID())}
      tables={tables}
      people={people}
      save={savePeopleGrid}
      fields={fields || participants.length === 0}
      fieldsHref={fieldsHref}
    />
  );
}

function rowOf(participant: Participant, names: Props["names"]) {
  const { id, label, contributions, choice, erased } = participant;
  const cells = cellsOf(participant, names === null ? undefined : (names.get(id) ?? null));
  const older = choice?.older ? `Wording ${choice.wording}, which has since changed` : null;
  return packRow({ id, label, contributions, older, erased, cells });
}
