import { choicesOf, type GridColumn } from "./grid-cells";
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
