import type { ReactNode } from "react";
import { COLUMN_WORDS, type GridColumn } from "@/lib/capture/registration/grid/grid-columns";
import { FROZEN_LABEL, FROZEN_NAME } from "./frozen-columns";

const HEAD = "border-b-2 border-ink py-1.5 text-left align-bottom text-sm font-semibold text-soft";

type Props = { columns: readonly GridColumn[]; chooseAll?: ReactNode };

/** The headings, which also say how wide each column is (`app/rows.css`), with or without fields below them. */
export function PeopleGridHead({ columns, chooseAll }: Props) {
  return (
    <thead>
      <tr data-row="head">
        <th scope="col" className={`${HEAD} ${FROZEN_LABEL} z-20 border-r border-r-mixed bg-paper pr-2`}>
          <span className="flex items-end gap-2">
            {chooseAll ?? <span className="size-6 shrink-0" />}
            Label
          </span>
        </th>
        {columns.map((column) => (
          <th
            key={column}
            scope="col"
            data-of={column}
            className={`${column === "name" ? `${FROZEN_NAME} xl:bg-paper` : ""} ${HEAD} px-2.5`}
          >
            {COLUMN_WORDS[column]}
          </th>
        ))}
        <th scope="col" className={`${HEAD} px-2 text-right`}>
          Contributions
        </th>
      </tr>
    </thead>
  );
}
