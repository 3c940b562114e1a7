import { PERMISSION_LEVELS, TOLD_MEANS } from "@/lib/capture/people/permission-choices";
import { npqOf } from "@/lib/capture/people/npq-words";
import { MEANS_WORDS, NO_PERMISSION, PERMISSION_WORDS } from "@/lib/capture/people/permission-level";
import { NPQ_CODES, PHASES, REGIONS, ROLES, SETTINGS } from "@/lib/capture/people/vocabulary";
import { plain, plainPermission, VALUES, type DescribingField } from "../attendance-values";
import type { GridColumn } from "./grid-columns";
import { similarChoices } from "./similar-choices";

const capital = (value: string) => value.charAt(0).toUpperCase() + value.slice(1);

/** What a column offers while somebody types in it; empty for a column of free text. */
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

/**
 * The part of a cell that is being typed: the text after the last comma, where a cell takes several values.
 */
export function typedPart(column: GridColumn, text: string): { before: string; part: string } {
  const cut = isList(column) ? text.lastIndexOf(",") + 1 : 0;
  return { before: text.slice(0, cut), part: text.slice(cut).trim().toLowerCase() };
}

/** What is offered for the typed text. `similar` ones are guesses, which are never chosen automatically. */
export type Offer = { choices: string[]; similar: boolean };

/**
 * The column's choices that begin with the words or have them as a short name; where there are none, similar
 * ones. All of them while nothing is typed.
 */
export function suggest(column: GridColumn, text: string, tables: readonly string[]): Offer {
  const { part } = typedPart(column, text);
  const found = begunBy(column, part, tables);
  const named = part === "" ? null : namedBy(column, part);
  const choices = named === null || found.includes(named) ? found : [named, ...found];
  if (choices.length > 0 || part === "") return { choices, similar: false };
  return { choices: similarIn(column, part), similar: true };
}

/**
 * Choices in which a word begins with the text. A permission matches by its first words only: "published"
 * does not begin "Not to be published".
 */
function begunBy(column: GridColumn, part: string, tables: readonly string[]): string[] {
  const choices = choicesOf(column, tables);
  const begins = (choice: string) => choice.toLowerCase().startsWith(part);
  if (column === "permission") return choices.filter(begins);
  const found = choices.filter((choice) => ` ${choice.toLowerCase()}`.includes(` ${part}`));
  return found.sort((one, other) => Number(begins(other)) - Number(begins(one)));
}

/** The choice that has this as another name: "Deputy head" for "DHT". */
function namedBy(column: GridColumn, part: string): string | null {
  if (column === "npqsTaken" || column === "npqsDelivered") return npqOf(part);
  if (column === "permission") {
    const level = plainPermission(part);
    return level && PERMISSION_WORDS[level];
  }
  return isDescribing(column) ? asShown(column, VALUES[column].get(plain(part)) ?? null) : null;
}

/** What may have been meant by words that are not recognised. */
export function similarIn(column: GridColumn, words: string): string[] {
  if (column === "npqsTaken" || column === "npqsDelivered") return similarChoices("npq", words);
  if (!isDescribing(column)) return [];
  return similarChoices(column, words).flatMap((choice) => asShown(column, choice) ?? []);
}

const isDescribing = (column: GridColumn): column is DescribingField => column in VALUES;
const asShown = (column: GridColumn, value: string | null) =>
  value !== null && column === "role" ? capital(value) : value;

/** The cell with a choice in place of the typed part. */
export function withSuggestion(column: GridColumn, text: string, choice: string): string {
  const { before } = typedPart(column, text);
  return before === "" ? choice : `${before.trimEnd()} ${choice}`;
}

/**
 * With fewer letters, "W" and "P" would mean permissions in a list in which they stand for "withheld" and
 * "public".
 */
const LEAST_OF_PERMISSION = 3;

/** The only choice that begins with these words. */
export function onlyChoice(column: GridColumn, text: string): string | null {
  const part = text.trim().toLowerCase();
  if (part === "" || (column === "permission" && part.length < LEAST_OF_PERMISSION)) return null;
  const [choice = null, ...others] = begunBy(column, part, []);
  return others.length === 0 ? choice : null;
}
