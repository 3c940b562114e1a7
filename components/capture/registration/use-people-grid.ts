"use client";

import { useEffect, useMemo, useReducer, useRef } from "react";
import { useLeaveQuestion } from "@/components/ui/use-leave-question";
import { COLUMN_WORDS, type GridColumn } from "@/lib/capture/registration/grid/grid-columns";
import { readChosen, readSentRows } from "@/lib/capture/registration/grid/grid-form";
import { isBlock, onOneLine, placeBlock, readBlock } from "@/lib/capture/registration/grid/grid-paste";
import { isAsked, isToSave, shownColumns, type GridRow } from "@/lib/capture/registration/grid/grid-row";
import {
  blankRow,
  changeSheet,
  keptColumns,
  meetsHidden,
  sheetOf,
  type GridChange,
  type GridSheet,
} from "@/lib/capture/registration/grid/grid-rows";
import type { GridAnswer } from "@/lib/capture/registration/grid/grid-state";
import { countOf } from "@/lib/platform/text/count-words";

const LEAVE_QUESTION =
  "There are rows that you have not saved. They will be lost if you leave this page. Leave it anyway?";

type Props = {
  stored: readonly GridRow[];
  /** Ids for new rows, so that they are the same on the server and in the browser. */
  blankIds: readonly string[];
  columns: readonly GridColumn[];
  answer: GridAnswer | null;
};

/** The rows of the grid, with the selection, the undo history and the message about the last step. */
export function usePeopleGrid({ stored, blankIds, columns: all, answer }: Props) {
  const [sheet, change] = useReducer(changeSheet, null, () => firstSheet(stored, blankIds, answer));
  const { rows, chosen, past, future } = sheet;
  const columns = useMemo(() => shownColumns(all, rows), [all, rows]);
  const say = (said: string) => change({ do: "say", said });
  const sent = useRef<readonly GridRow[]>([]);

  useEffect(() => change({ do: "stored", rows: stored }), [stored]);
  useEffect(() => {
    if (!answer) return;
    if (!answer.ok) return change({ do: "conflicts", conflicts: answer.conflicts ?? [] });
    if (answer.narrowing) return;
    change({ do: "saved", rows: sent.current });
  }, [answer]);

  const unsaved = useMemo(() => rows.filter(isToSave).length, [rows]);
  useLeaveQuestion(unsaved > 0 ? LEAVE_QUESTION : null);

  /** Pastes a copied cell or block into the grid from this cell on, or says why not. */
  function paste(id: string, column: GridColumn, text: string): void {
    const block = placeBlock(readBlock(text), columns.slice(columns.indexOf(column)));
    if (!block) say("You copied more columns than there are to the right of this cell. Paste further left.");
    else if (meetsHidden(rows, id, block))
      say("Names are hidden in these rows. Show names first, or paste below them.");
    else {
      const pasted: GridChange = { do: "paste", id, block };
      const after = changeSheet(sheet, pasted).rows;
      change(pasted);
      const kept = keptColumns(rows, after, id, block).flatMap((one) => (one ? [COLUMN_WORDS[one]] : []));
      const what = isBlock(text) ? countOf(block.rows.length, "row") : "1 cell";
      say(pastedWords(what, [...block.unused, ...kept]));
    }
  }

  function permit(permission: string, means: string) {
    change({ do: "permit", permission, means });
    const asked = rows.filter((row) => chosen.includes(row.id) && isAsked(row)).length;
    say(`${permission}: set for ${countOf(asked, "person", "people")}. Not saved yet.`);
  }

  return {
    rows,
    columns,
    change,
    chosen,
    setChosen: (ids: readonly string[]) => change({ do: "choose", ids }),
    toggle: (id: string) => {
      if (!rows.some((row) => row.id === id)) return;
      change({
        do: "choose",
        ids: chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id],
      });
    },
    said: sheet.said,
    unsaved,
    paste,
    permit,
    goBack: (which: "undo" | "redo") => change({ do: which }),
    canUndo: past.length > 0,
    canRedo: future.length > 0,
    noteSent: () => {
      sent.current = rows.filter(isToSave);
    },
  };
}

export type PeopleGridState = ReturnType<typeof usePeopleGrid>;

/** Cells with problems are listed in the bar, until they are corrected. */
function pastedWords(what: string, unused: readonly string[]): string {
  return [
    `${what} pasted. Not saved yet.`,
    unused.length > 0 &&
      `Columns left out: ${unused.map((heading) => onOneLine("name", heading)).join(", ")}.`,
  ]
    .filter(Boolean)
    .join(" ");
}

/** The rows as they were read or, where the form came back without JavaScript, as they were typed. */
function firstSheet(
  stored: readonly GridRow[],
  blankIds: readonly string[],
  answer: GridAnswer | null,
): GridSheet {
  const sent = answer?.values ? readSentRows(answer.values) : [];
  const typed = new Map(sent.map((row) => [row.id, row]));
  const old = stored.map((row) => {
    const { cells, base } = typed.get(row.id) ?? row;
    return { ...row, base: { ...row.base, ...base }, cells: { ...row.cells, ...cells } };
  });
  const fresh = sent.filter(({ id, label }) => label === null && !stored.some((row) => row.id === id));
  const blank = blankIds.slice(fresh.length).map(blankRow);
  return {
    ...sheetOf([...old, ...fresh, ...blank]),
    chosen: answer?.values ? readChosen(answer.values) : [],
  };
}
