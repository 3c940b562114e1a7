"use client";

import type { Editor } from "@tiptap/core";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { MAX_COLUMNS, MAX_ROWS } from "@/lib/report/draft/written-table";
import { runCommand } from "../text/keys";
import { insertTable } from "../text/table/table-commands";
import { Panel } from "./panel";

/** A table to write, of as many rows and columns as are asked for. */
export function TablePanel({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const [rows, setRows] = useState("3");
  const [columns, setColumns] = useState("3");
  return (
    <Panel title="Insert table" onClose={onClose}>
      <form
        data-of-text
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          runCommand(editor, insertTable({ rows: Number(rows), columns: Number(columns) }));
          onClose();
        }}
      >
        <Size label="Rows, with the row of headings" value={rows} most={MAX_ROWS} onChange={setRows} />
        <Size label="Columns" value={columns} most={MAX_COLUMNS} onChange={setColumns} />
        <p>
          <Button type="submit" size="small">
            Insert table
          </Button>
        </p>
      </form>
      <p className="mt-3 text-sm text-soft">
        The first row names the columns. Tables of figures are inserted with “Insert figure”, so that their
        numbers come from the release.
      </p>
    </Panel>
  );
}

type SizeProps = { label: string; value: string; most: number; onChange: (value: string) => void };

function Size({ label, value, most, onChange }: SizeProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="text-meta font-semibold">
        {label}
      </label>
      <input
        id={id}
        type="number"
        className="editor-field"
        required
        min={label === "Columns" ? 1 : 2}
        max={most}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
