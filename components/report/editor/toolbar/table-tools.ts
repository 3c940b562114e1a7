import type { Command } from "@tiptap/pm/state";
import { insertColumn, insertRow, removeColumn, removeRow, removeTable } from "../text/table/table-commands";

type TableTool = {
  word: string;
  /** Where in a table it does something; the bar shows it everywhere in one. */
  where: readonly ("caption" | "headings" | "row")[];
  command: Command;
};

/** What can be done to the table of the cursor. */
export const TABLE_TOOLS: readonly TableTool[] = [
  { word: "Add row", where: ["headings", "row"], command: insertRow },
  { word: "Add column", where: ["headings", "row"], command: insertColumn },
  { word: "Remove row", where: ["row"], command: removeRow },
  { word: "Remove column", where: ["headings", "row"], command: removeColumn },
  { word: "Remove table", where: ["caption", "headings", "row"], command: removeTable },
];
