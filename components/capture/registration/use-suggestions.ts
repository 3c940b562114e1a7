"use client";

import { useState } from "react";
import { suggest } from "@/lib/capture/registration/grid/grid-choices";
import type { GridColumn } from "@/lib/capture/registration/grid/grid-columns";
import type { GridRow, KnownPerson } from "@/lib/capture/registration/grid/grid-row";
import {
  readAs,
  suggestPeople,
  typedAs,
  type OpenList,
} from "@/lib/capture/registration/grid/grid-suggestions";

export type Option = { key: string; text: string; more?: string; person?: KnownPerson };

/** The choices below the cell that is edited. */
export type Suggestions = OpenList & {
  id: string;
  column: GridColumn;
  options: Option[];
  /** Guesses at the meaning of words that are not recognised. */
  similar: boolean;
};

export type Lists = { tables: readonly string[]; people: readonly KnownPerson[] };

/** The list of a cell's choices: open at one cell at a time. */
export function useSuggestions(rows: readonly GridRow[], { tables, people }: Lists) {
  const [list, setList] = useState<Suggestions | null>(null);

  function show(list: Omit<Suggestions, "picked">): void {
    setList(list.options.length > 0 ? { ...list, picked: false } : null);
  }

  /** Choices that begin like the cell's text. */
  function offer(id: string, column: GridColumn, text: string): void {
    if (column === "name") return offerPeople(id, text);
    const found = suggest(column, text, tables);
    const active = typedAs(column, text, found);
    show({
      id,
      column,
      options: found.choices.map(plainOption),
      similar: found.similar,
      active,
      opened: false,
    });
  }

  /**
   * People are offered only for new rows, because a registered row has a person already. None is chosen
   * automatically: two people can have one name.
   */
  function offerPeople(id: string, text: string): void {
    const isNew = rows.some((row) => row.id === id && row.label === null);
    const options = peopleOptions(isNew ? people : [], text);
    show({ id, column: "name", options, similar: false, active: -1, opened: false });
  }

  /** All choices, whatever the cell contains. */
  function offerAll(id: string, column: GridColumn, text: string): void {
    if (column === "name") return;
    const { choices } = suggest(column, "", tables);
    const active = readAs(column, text, choices);
    show({ id, column, options: choices.map(plainOption), similar: false, active, opened: true });
  }

  /** Moves to the next or the preceding option, and round at the ends. */
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
