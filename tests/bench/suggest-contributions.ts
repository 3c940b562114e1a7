import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import type { ThemeWords } from "@/lib/tag/suggestion/types";

export type Contribution = { text: string; themeIds: string[] };
export type Contributions = {
  contributions: Contribution[];
  themes: ThemeWords[];
  passedOver: number;
  json: string | undefined;
};

/** An input that cannot be measured; the message is for the person who typed the command. */
export class BadRequest extends Error {}

const ROWS = z.array(z.record(z.string(), z.string()));

/**
 * The contributions of a labelled CSV file. A theme's only words are those of its label, because the file has
 * no codebook.
 */
export function readContributions(args: string[]): Contributions {
  const { data, text, labels, separator, json } = optionsOf(args);
  const rows = rowsOf(data);
  for (const column of [text, labels]) {
    if (rows.length > 0 && rows[0]?.[column] === undefined) {
      const columns = Object.keys(rows[0] ?? {}).join(", ");
      throw new BadRequest(`${data} has no column "${column}". Its columns are: ${columns}`);
    }
  }
  const all = rows.map((row) => ({
    text: (row[text] ?? "").trim(),
    themeIds: [...new Set((row[labels] ?? "").split(separator).map((label) => label.trim()))].filter(Boolean),
  }));
  const contributions = all.filter(
    (contribution) => contribution.text !== "" && contribution.themeIds.length > 0,
  );
  if (contributions.length < 50)
    throw new BadRequest(`${data} has ${contributions.length} contributions with a label; it takes 50`);
  const ids = [...new Set(contributions.flatMap((contribution) => contribution.themeIds))].sort();
  const themes = ids.map((id) => ({
    id,
    title: id,
    definition: "",
    includes: "",
    excludes: "",
    signalWords: "",
  }));
  return { contributions, themes, passedOver: all.length - contributions.length, json };
}

function optionsOf(args: string[]) {
  const string = { type: "string" } as const;
  try {
    const options = { data: string, text: string, labels: string, separator: string, json: string };
    const { data, text, labels, separator = ";", json } = parseArgs({ args, options }).values;
    if (data && text && labels && separator) return { data, text, labels, separator, json };
  } catch (error) {
    throw new BadRequest(error instanceof Error ? error.message : String(error));
  }
  throw new BadRequest(
    "Say which file and columns: npm run bench:suggest -- --data FILE --text COLUMN --labels COLUMN " +
      "[--separator X] [--json FILE]",
  );
}

function rowsOf(file: string): z.infer<typeof ROWS> {
  try {
    return ROWS.parse(parse(readFileSync(file), { columns: true, bom: true, skip_empty_lines: true }));
  } catch (error) {
    throw new BadRequest(`${file} cannot be read as CSV: ${error instanceof Error ? error.message : "?"}`);
  }
}
