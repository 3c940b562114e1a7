import { personKey } from "@/lib/capture/people/person-match";
import { readCell } from "./grid-cells";
import { typedPart, type Offer } from "./grid-choices";
import type { GridColumn } from "./grid-columns";
import type { KnownPerson } from "./grid-row";

const MAX_PEOPLE = 6;

/** Registered people in whose name a word begins with each typed word. */
export function suggestPeople(people: readonly KnownPerson[], text: string): KnownPerson[] {
  const typed = personKey(text).split(" ").filter(Boolean);
  if (typed.join("").length < 2) return [];
  const matches = ({ name }: KnownPerson) => {
    const words = personKey(name).split(" ");
    return typed.every((part) => words.some((word) => word.startsWith(part)));
  };
  return people.filter(matches).slice(0, MAX_PEOPLE);
}

/** The index of the choice that the cell would mean if it were left now; -1 for none. */
export function readAs(column: GridColumn, text: string, choices: readonly string[]): number {
  const { before, part } = typedPart(column, text);
  const words = before === "" ? text : part;
  const meant = words.trim() === "" ? words : readCell(column, words).text;
  return choices.indexOf(meant);
}

/** The same while somebody types: where only one choice is offered, it is that one. */
export function typedAs(column: GridColumn, text: string, { choices, similar }: Offer): number {
  const read = readAs(column, text, choices);
  const only = choices.length === 1 && !similar && typedPart(column, text).part !== "";
  return read < 0 && only ? 0 : read;
}

/** The state of an open list of choices below a cell. */
export type OpenList = {
  /** Opened to choose from, by a key or a tap; otherwise it opened with the typing. */
  opened: boolean;
  /** The choice that leaving the cell would take; -1 for none. */
  active: number;
  /** Whether somebody moved to the active choice with the arrows. */
  picked: boolean;
};

/**
 * Whether the up and down arrows move in the list, as in an ARIA combobox, or to the next row, as in a
 * spreadsheet. Where the typed text has one meaning the arrows keep it and go to the next row; only where
 * there is still a choice do they move in the list. Alt and the down arrow always opens it.
 */
export function arrowsChoose({ opened, active, picked }: OpenList): boolean {
  return opened || picked || active < 0;
}
