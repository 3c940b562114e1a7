import { choicesOf, readCell, type GridColumn } from "./grid-cells";
import type { KnownPerson } from "./grid-row";
import { personKey } from "./person-match";

const MAX_PEOPLE = 6;

const isList = (column: GridColumn) => column === "npqsTaken" || column === "npqsDelivered";

/** The part of a cell that is being typed: what stands after the last comma, where a cell takes several values. */
function typedPart(column: GridColumn, text: string): { before: string; part: string } {
  const cut = isList(column) ? text.lastIndexOf(",") + 1 : 0;
  return { before: text.slice(0, cut), part: text.slice(cut).trim().toLowerCase() };
}

/** The column's choices that have a word beginning so; all of them while nothing is typed. */
export function suggest(column: GridColumn, text: string, tables: readonly string[]): string[] {
  const { part } = typedPart(column, text);
  const choices = choicesOf(column, tables);
  if (part === "") return [...choices];
  const begins = (choice: string) => choice.toLowerCase().startsWith(part);
  const found = choices.filter((choice) => ` ${choice.toLowerCase()}`.includes(` ${part}`));
  return found.sort((one, other) => Number(begins(other)) - Number(begins(one)));
}

/** The cell with a choice in the place of what was typed of it. */
export function withSuggestion(column: GridColumn, text: string, choice: string): string {
  const { before } = typedPart(column, text);
  return before === "" ? choice : `${before.trimEnd()} ${choice}`;
}

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

type Offered<Option> = { column: GridColumn; options: readonly Option[]; active: number; picked: boolean };

/**
 * The suggestion that leaving a cell takes: the one that somebody went to, or the only one where what was typed is
 * not understood by itself. A permission is never completed: it has to be gone to, or written.
 */
export function takenOnLeaving<Option>(
  { column, options, active, picked }: Offered<Option>,
  typed: string,
): Option | undefined {
  if (picked) return options[active];
  if (column === "permission" || options.length !== 1 || typed.trim() === "") return undefined;
  return readCell(column, typed).problem === null ? undefined : options[0];
}
