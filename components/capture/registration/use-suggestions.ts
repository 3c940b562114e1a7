"use client";

import { useState } from "react";
import { suggest } from "@/lib/capture/registration/grid-choices";
import type { GridColumn } from "@/lib/capture/registration/grid-columns";
import type { GridRow, KnownPerson } from "@/lib/capture/registration/grid-row";
import { readAs, suggestPeople } from "@/lib/capture/registration/grid-suggestions";

export type Option = { key: string; text: string; more?: string; person?: KnownPerson };

/** What is offered below the cell that is edited. */
export type Suggestions = {
  id: string;
  column: GridColumn;
  options: Option[];
  /** What leaving the cell would take; -1 for none. */
  active: number;
  /** Whether somebody went to the active option with the arrows. */
  picked: boolean;
};

export type Lists = { tables: readonly string[]; people: readonly KnownPerson[] };

/** The list of what a cell can be: open at one cell at a time. */
export function useSuggestions(rows: readonly GridRow[], { tables, people }: Lists) {
  const [list, setList] = useState<Suggestions | null>(null);

  function show(id: string, column: GridColumn, options: Option[], text: string): void {
    const active = readAs(column, text, options);
    setList(options.length > 0 ? { id, column, options, active, picked: false } : null);
  }

  /** What begins as the cell does. People are offered for new rows alone: whoever is registered is somebody already. */
  function offer(id: string, column: GridColumn, text: string): void {
    const isNew = rows.some((row) => row.id === id && row.label === null);
    const options =
      column === "name"
        ? peopleOptions(isNew ? people : [], text)
        : suggest(column, text, tables).map(plainOption);
    show(id, column, options, text);
  }

  /** All that the cell can be, whatever it says. */
  function offerAll(id: string, column: GridColumn, text: string): void {
    if (column !== "name") show(id, column, suggest(column, "", tables).map(plainOption), text);
  }

  /** Goes to the next option, or to the one before; round at the ends. */
  function step(shown: Suggestions, by: 1 | -1): void {
    const count = shown.options.length;
    const active = shown.active < 0 && by < 0 ? count - 1 : (shown.active + by + count) % count;
    setList({ ...shown, active, picked: true });
  }

  const at = (id: string, column: GridColumn) => (list?.id === id && list.column === column ? list : null);
  return { list, at, offer, offerAll, step, close: () => setList(null) };
}

export type GridLists = ReturnType<typeof useSuggestions>;

const plainOption = (text: string): Option => ({ key: text, text });

function peopleOptions(people: readonly KnownPerson[], text: string): Option[] {
  return suggestPeople(people, text).map((person) => ({
    key: person.personId,
    text: person.name,
    more: [person.organisation, person.where].filter(Boolean).join(", "),
    person,
  }));
}
