"use server";

import { refresh } from "next/cache";
import { textValues } from "@/components/ui/form/sending";
import { formAction } from "@/lib/access/form-action";
import { savePeople, type PeopleSaved } from "@/lib/capture/registration/commands/save-people";
import { SavePeopleInput } from "@/lib/capture/registration/grid/grid-input";
import { baseName, cellName, readSentRows, writeBase } from "@/lib/capture/registration/grid/grid-form";
import type { CellConflict, GridAnswer } from "@/lib/capture/registration/grid/grid-state";
import { countOf } from "@/lib/platform/text/count-words";

/** Saves the grid of people; what cannot be saved comes back with every typed word. */
export async function savePeopleGrid(_before: GridAnswer | null, data: FormData): Promise<GridAnswer | null> {
  const results: PeopleSaved[] = [];
  const act = formAction(SavePeopleInput, async (viewer, input) => {
    results.push(await savePeople(viewer, input));
  });
  const state = await act(null, data);
  const [result] = results;
  if (state === null || !state.ok || !result) return state === null || !state.ok ? state : null;
  const values = textValues(data);
  switch (result.outcome) {
    case "saved":
      refresh();
      return { ok: true, message: savedWords(result) };
    case "narrowing": {
      const { labels, keys, consequences } = result;
      return { ok: true, message: "", values, narrowing: { labels, keys, consequences } };
    }
    case "namesakes":
      return { ok: false, fieldErrors: result.fieldErrors, values };
    case "conflicts":
      return conflictAnswer(result.conflicts, values);
  }
}

function savedWords({ added, changed }: { added: number; changed: number }): string {
  const words = [
    added > 0 && `${countOf(added, "person", "people")} added`,
    changed > 0 && `${countOf(changed, "person", "people")} changed`,
  ].filter(Boolean);
  return words.length > 0 ? `${words.join(", ")}.` : "You had not changed anything, so nothing was saved.";
}

/** Both values are shown; the next save is based on the colleague's, since it has been seen. */
function conflictAnswer(conflicts: CellConflict[], values: ReturnType<typeof textValues>): GridAnswer {
  const fieldErrors: Record<string, string> = {};
  const bases: Record<string, string> = {};
  for (const { id, label, base } of readSentRows(values)) {
    const theirs = conflicts.filter(({ rowId }) => rowId === id);
    const seen = Object.fromEntries(theirs.map((one) => [one.column, one.theirs]));
    bases[baseName(id)] = writeBase({ label, base: { ...base, ...seen } });
  }
  for (const { rowId, column, theirs } of conflicts)
    fieldErrors[cellName(column, rowId)] =
      `Somebody has ${theirs === "" ? "emptied this" : `changed this to “${theirs}”`}. Save again to keep yours`;
  return { ok: false, fieldErrors, values: { ...values, ...bases }, conflicts };
}
