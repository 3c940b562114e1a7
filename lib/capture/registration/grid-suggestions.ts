import { personKey } from "@/lib/capture/people/person-match";
import { readCell } from "./grid-cells";
import { typedPart, type Offer } from "./grid-choices";
import type { GridColumn } from "./grid-columns";
import type { KnownPerson } from "./grid-row";

const MAX_PEOPLE = 6;

/** People already registered whose name has words that begin as each word typed. */
export function suggestPeople(people: readonly KnownPerson[], text: string): KnownPerson[] {
  const typed = personKey(text).split(" ").filter(Boolean);
  if (typed.join("").length < 2) return [];
  const matches = ({ name }: KnownPerson) => {
    const words = personKey(name).split(" ");
    return typed.every((part) => words.some((word) => word.startsWith(part)));
  };
  return people.filter(matches).slice(0, MAX_PEOPLE);
}

/** Where the choice stands that the cell would be read as if it were left now; -1 for none. */
export function readAs(column: GridColumn, text: string, choices: readonly string[]): number {
  const { before, part } = typedPart(column, text);
  const words = before === "" ? text : part;
  const meant = words.trim() === "" ? words : readCell(column, words).text;
  return choices.indexOf(meant);
}

/** The same of what somebody is typing: where one choice alone is offered for it, it is that one. */
export function typedAs(column: GridColumn, text: string, { choices, near }: Offer): number {
  const read = readAs(column, text, choices);
  const only = choices.length === 1 && !near && typedPart(column, text).part !== "";
  return read < 0 && only ? 0 : read;
}

/** How a list of choices stands open below a cell. */
export type OpenList = {
  /** Opened to choose from, by a key or a tap; else it came with the typing. */
  opened: boolean;
  /** What leaving the cell would take; -1 for none. */
  active: number;
  /** Whether somebody went to the active one with the arrows. */
  picked: boolean;
};

/**
 * Whether the up and down arrows go into the list, as in an ARIA combobox, or to the next row, as in a spreadsheet.
 * What was typed and means one thing is done with, so the arrows keep it and go on to the next row; only where there
 * is still something to choose do they go into the list. Alt and the down arrow opens it in any case.
 */
export function arrowsChoose({ opened, active, picked }: OpenList): boolean {
  return opened || picked || active < 0;
}
