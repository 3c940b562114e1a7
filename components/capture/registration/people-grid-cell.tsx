import type { ReactNode } from "react";
import { describedBy } from "@/components/ui/form/field";
import { COLUMN_WORDS, type GridColumn } from "@/lib/capture/registration/grid/grid-columns";
import { cellName } from "@/lib/capture/registration/grid/grid-form";
import { isFixed, type GridRow } from "@/lib/capture/registration/grid/grid-row";
import { NO_PERMISSION } from "@/lib/capture/people/permission-level";
import { optionId } from "./grid-suggestions";
import type { GridKeys } from "./use-grid-keys";
import type { Suggestions } from "./use-suggestions";

/** What an empty cell means, where it means something. */
const EMPTY: Partial<Record<GridColumn, string>> = { permission: NO_PERMISSION, present: "Yes", host: "No" };

type Props = {
  formId: string;
  row: GridRow;
  /** "P07" or "new row 3". */
  who: string;
  column: GridColumn;
  /** Whether the errors of an answer may link to it. */
  linked: boolean;
  problem: string | undefined;
  /** How choices are offered: by the page, by the browser where no script runs, or not at all. */
  choices: "page" | "browser" | null;
  keys: GridKeys;
  children?: ReactNode;
};

export function PeopleGridCell({
  formId,
  row,
  who,
  column,
  linked,
  problem,
  choices,
  keys,
  children,
}: Props) {
  const name = cellName(column, row.id);
  const id = `${formId}-${name}`;
  const list = keys.list?.id === row.id && keys.list.column === column ? keys.list : null;
  // Name and address of a registered person are changed on that person's own page.
  const fixed = isFixed(row, column);
  return (
    <td data-field={problem ? "" : undefined} className={problem && "bg-danger-soft"}>
      <input
        id={linked || problem ? id : undefined}
        name={name}
        aria-label={`${COLUMN_WORDS[column]}, ${who}`}
        aria-describedby={describedBy(id, undefined, problem)}
        aria-invalid={problem ? true : undefined}
        list={choices === "browser" ? `in-${column}` : undefined}
        {...(choices === "page" && comboOf(formId, list))}
        readOnly={fixed}
        placeholder={EMPTY[column]}
        value={row.cells[column] ?? ""}
        onChange={(event) => keys.type(row.id, column, event.currentTarget.value)}
      />
      {problem && (
        <p id={`${id}-error`} className="error">
          <span className="sr-only">Error: </span>
          {problem}
        </p>
      )}
      {children}
    </td>
  );
}

function comboOf(formId: string, list: Suggestions | null) {
  return {
    role: "combobox",
    "aria-autocomplete": "list" as const,
    "aria-expanded": list !== null,
    "aria-controls": `${formId}-options`,
    "aria-activedescendant": list && list.active >= 0 ? optionId(formId, list.active) : undefined,
  };
}
