import { personKey } from "@/lib/capture/people/person-match";
import { readCell } from "./grid-cells";
import { typedPart } from "./grid-choices";
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

/** Where the option stands that the cell would be read as if it were left now; -1 for none. */
export function readAs(column: GridColumn, text: string, options: readonly { text: string }[]): number {
  const { before, part } = typedPart(column, text);
  const words = before === "" ? text : part;
  const meant = words.trim() === "" ? words : readCell(column, words).text;
  return options.findIndex((option) => option.text === meant);
}
