import type { ReactNode } from "react";
import { describedBy } from "@/components/ui/form/field";
import { COLUMN_WORDS, type GridColumn } from "@/lib/capture/registration/grid/grid-columns";
import { cellName } from "@/lib/capture/registration/grid/grid-form";
import { isFixed, type GridRow } from "@/lib/capture/registration/grid/grid-row";
import { NO_PERMISSION } from "@/lib/capture/people/permission-level";
import { clearOfFrozen, FROZEN_NAME } from "./frozen-columns";
import { optionId } from "./grid-suggestions";
import type { GridKeys } from "./use-grid-keys";
import type { Suggestions } from "./use-suggestions";

/** Roughly as wide as its contents. */
const WIDTH: Record<GridColumn, string> = {
  name: "w-44",
  organisation: "w-56",
  role: "w-52",
  phase: "w-44",
  setting: "w-84",
  region: "w-52",
  npqsTaken: "w-36",
  permission: "w-60",
  means: "w-40",
  table: "w-32",
  present: "w-20",
  host: "w-20",
  seat: "w-20",
  npqsDelivered: "w-36",
  email: "w-52",
};

/** What an empty cell means, where it means something. */
const EMPTY: Partial<Record<GridColumn, string>> = { permission: NO_PERMISSION, present: "Yes", host: "No" };

type Props = {
  formId: string;
  row: GridRow;
  /** "P07" or "new row 3". */
  who: string;
  column: GridColumn;
  /** Whether names are shown, in their own column. */
  named: boolean;
  problem: string | undefined;
  /** How choices are offered: by the page, by the browser where no script runs, or not at all. */
  choices: "page" | "browser" | null;
  keys: GridKeys;
  children?: ReactNode;
};

export function PeopleGridCell({ formId, row, who, column, named, problem, choices, keys, children }: Props) {
  const name = cellName(column, row.id);
  const id = `${formId}-${name}`;
  const list = keys.list?.id === row.id && keys.list.column === column ? keys.list : null;
  // Name and address of a registered person are changed on that person's own page.
  const fixed = isFixed(row, column);
  // On a phone no wider than the space next to the label, so that the whole cell is visible.
  const width = WIDTH[column];
  const clear = clearOfFrozen(column, named);
  return (
    <td
      data-field
      className={[
        clear,
        column === "name" && FROZEN_NAME,
        problem ? "bg-danger-soft" : column === "name" && "xl:bg-paper",
      ]
        .filter(Boolean)
        .join(" ")}
    >
      <input
        id={id}
        name={name}
        data-row={row.id}
        data-column={column}
        aria-label={`${COLUMN_WORDS[column]}, ${who}`}
        aria-describedby={describedBy(id, undefined, problem)}
        aria-invalid={problem ? true : undefined}
        list={choices === "browser" ? `${formId}-${column}` : undefined}
        {...(choices === "page" && comboOf(formId, list))}
        readOnly={fixed}
        autoComplete="off"
        spellCheck={false}
        placeholder={EMPTY[column]}
        value={row.cells[column] ?? ""}
        onChange={(event) => keys.type(row.id, column, event.currentTarget.value)}
        className={`${width} ${clear}`}
      />
      {problem && (
        <p
          id={`${id}-error`}
          className={`${width} max-sm:max-w-44 px-2 pb-1 text-sm font-semibold text-danger`}
        >
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
