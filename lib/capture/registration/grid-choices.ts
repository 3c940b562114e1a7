import { PERMISSION_LEVELS, TOLD_MEANS } from "@/lib/capture/people/participant";
import { MEANS_WORDS, NO_PERMISSION, PERMISSION_WORDS } from "@/lib/capture/people/permission-level";
import { NPQ_CODES, PHASES, REGIONS, ROLES, SETTINGS } from "@/lib/capture/people/vocabulary";
import type { GridColumn } from "./grid-columns";

const capital = (value: string) => value.charAt(0).toUpperCase() + value.slice(1);

/** What a column offers while somebody types in it; empty for one that takes any words. */
export function choicesOf(column: GridColumn, tables: readonly string[] = []): readonly string[] {
  switch (column) {
    case "role":
      return ROLES.map(capital);
    case "phase":
      return PHASES;
    case "setting":
      return SETTINGS;
    case "region":
      return REGIONS;
    case "npqsTaken":
    case "npqsDelivered":
      return NPQ_CODES;
    case "permission":
      return [...PERMISSION_LEVELS.map((level) => PERMISSION_WORDS[level]), NO_PERMISSION];
    case "means":
      return TOLD_MEANS.map((means) => MEANS_WORDS[means]);
    case "present":
    case "host":
      return ["Yes", "No"];
    case "table":
      return tables;
    case "name":
    case "organisation":
    case "seat":
    case "email":
      return [];
  }
}

const isList = (column: GridColumn) => column === "npqsTaken" || column === "npqsDelivered";

/** The part of a cell that is being typed: what stands after the last comma, where a cell takes several values. */
export function typedPart(column: GridColumn, text: string): { before: string; part: string } {
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

/**
 * The one choice that these words can be the beginning of. A permission is never completed: it has to be chosen, or
 * written.
 */
export function onlyChoice(column: GridColumn, text: string): string | null {
  if (column === "permission" || text.trim() === "") return null;
  const [choice = null, ...others] = suggest(column, text, []);
  return others.length === 0 ? choice : null;
}
