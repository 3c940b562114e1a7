import { useId, useRef } from "react";
import type { Table } from "../../types";

type Props = {
  tables: readonly Table[];
  tableId: string | null;
  onTable: (tableId: string | null) => void;
  /** Called when the choice is made, so that typing continues. */
  onDone: () => void;
};

/** At which break-out table this facilitator is; nothing while the room is one. */
export function TableChoice({ tables, tableId, onTable, onDone }: Props) {
  const id = useId();
  const pointed = useRef(false);
  if (tables.length === 0) return null;
  return (
    <p className="mb-2 flex flex-wrap items-center gap-2 text-meta">
      <label htmlFor={id}>You are at</label>
      <select
        id={id}
        value={tableId ?? ""}
        // If it kept the focus, the next words would be typed into the select. With arrow keys the choice is
        // made only at Enter.
        onPointerDown={() => (pointed.current = true)}
        onChange={({ target }) => {
          onTable(target.value || null);
          if (pointed.current) onDone();
          pointed.current = false;
        }}
        onKeyDown={(event) => {
          pointed.current = false;
          if (event.key === "Enter") onDone();
        }}
        className="min-h-9 rounded border border-line bg-card px-2 pointer-coarse:min-h-11"
      >
        <option value="">the whole room</option>
        {tables.map((table) => (
          <option key={table.id} value={table.id}>
            {table.name}
          </option>
        ))}
      </select>
    </p>
  );
}
