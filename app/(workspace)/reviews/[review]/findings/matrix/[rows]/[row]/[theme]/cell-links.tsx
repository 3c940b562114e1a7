import { Link } from "@/components/ui/link";
import { neighboursOf, nextInState, type Cell, type Matrix } from "@/lib/synthesise/matrix/matrix";
import type { MatrixSelection } from "@/lib/synthesise/matrix/selection";
import { cellHref } from "../../../cell-href";

type Props = { matrix: Matrix; cell: Cell; home: string; selection: MatrixSelection; back: string };

/** From this cell to the others that have something in them, and back to the matrix. */
export function CellLinks({ matrix, cell, home, selection, back }: Props) {
  const { left, right, up, down } = neighboursOf(matrix, cell);
  const steps = [
    { sign: "←", words: "Previous theme", to: left },
    { sign: "→", words: "Next theme", to: right },
    { sign: "↑", words: matrix.kind === "people" ? "Previous person" : "Previous roundtable", to: up },
    { sign: "↓", words: matrix.kind === "people" ? "Next person" : "Next roundtable", to: down },
    { sign: "»", words: "Next cell without a summary", to: nextInState(matrix, cell, "unwritten") },
    { sign: "»", words: "Next cell to check", to: nextInState(matrix, cell, "stale") },
  ];
  return (
    <nav
      aria-label="Cells"
      className="flex flex-wrap gap-x-5 gap-y-1 border-y border-line py-1.5 text-meta print:hidden"
    >
      {steps.map(
        ({ sign, words, to }) =>
          to && (
            <Link
              key={words}
              href={cellHref(matrix, to, { home, selection })}
              prefetch={false}
              className="py-1"
            >
              <span aria-hidden>{sign} </span>
              {words}
              <span className="text-soft">: {nameOf(matrix, cell, to)}</span>
            </Link>
          ),
      )}
      <Link href={back} className="py-1">
        Back to the matrix
      </Link>
    </nav>
  );
}

/** What differs from the cell that is open: its theme, its row, or both. */
function nameOf({ rows, columns }: Matrix, from: Cell, to: Cell): string {
  const row = rows.find(({ id }) => id === to.row)?.title;
  const column = columns.find(({ id }) => id === to.theme)?.title;
  if (to.row === from.row) return column ?? "";
  return to.theme === from.theme ? (row ?? "") : `${row} on ${column}`;
}
