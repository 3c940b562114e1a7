export const SEPARATORS = [",", ";", "\t", "|"] as const;
export type Separator = (typeof SEPARATORS)[number];

const BEGINNING = 100_000;
const LINES = 60;
/** What Excel writes into the first line of a file to say how it is separated. */
const DIRECTIVE = /^\uFEFF?sep=(.)$/i;

/** Whether the first line only names the separator, for Excel. */
export function isDirective(line: string): boolean {
  return DIRECTIVE.test(line.trim());
}

/**
 * The sign that splits the most lines of a text's beginning into the same number of columns; quoted cells are not split. A
 * file may say it in its first line.
 */
export function judgeSeparator(start: string): Separator {
  const beginning = start.slice(0, BEGINNING);
  const said = DIRECTIVE.exec((beginning.split("\n", 1)[0] ?? "").trim())?.[1];
  const named = SEPARATORS.find((sign) => sign === said);
  if (named) return named;
  const unquoted = beginning.replace(/"(?:[^"]|"")*"/g, "");
  const lines = unquoted.split("\n", LINES).filter((line) => line.trim() !== "");
  // The last line may be cut off.
  const whole = lines.length > 2 && start.length > BEGINNING ? lines.slice(0, -1) : lines;
  // People type commas and semicolons, and no tabs: reports of meetings have tabs between dates with a comma each.
  if (whole.filter((line) => line.includes("\t")).length * 2 > whole.length) return "\t";
  const scores = SEPARATORS.map((sign) => (isProse(whole, sign) ? 0 : evenness(whole, sign)));
  const best = Math.max(...scores);
  if (best > 0) return SEPARATORS[scores.indexOf(best)] ?? ",";
  // One column of prose is split by a sign that it does not have.
  return whole.some((line) => line.includes(",")) ? "\t" : ",";
}

/** The share of lines that have as many columns, from which on even prose would be a table. */
const EVEN = 0.9;

/** Whether a sign is punctuation: a space stands behind nearly every one, and the lines have as many as sentences do. */
function isProse(lines: readonly string[], sign: Separator): boolean {
  if (sign !== "," && sign !== ";") return false;
  // Titles begin with capital letters, and what follows a comma in a sentence does not.
  const titles = (lines[0] ?? "").split(sign).map((title) => title.trim());
  if (titles.length > 1 && titles.every((title) => /^\p{Lu}/u.test(title))) return false;
  const text = lines.join("\n");
  const all = text.split(sign).length - 1;
  const spaced = text.split(`${sign} `).length - 1;
  return all > 0 && spaced >= all * EVEN && evenness(lines, sign) < EVEN;
}

/** The share of lines that have the most usual number of columns, and a little for more columns; 0 where that is one. */
function evenness(lines: readonly string[], sign: Separator): number {
  const counts = lines.map((line) => line.split(sign).length);
  const of = new Map<number, number>();
  for (const count of counts) if (count > 1) of.set(count, (of.get(count) ?? 0) + 1);
  const usual = Math.max(0, ...of.values());
  const columns = Math.max(0, ...[...of].flatMap(([count, times]) => (times === usual ? [count] : [])));
  return columns < 2 ? 0 : usual / lines.length + Math.min(columns, 20) / 100;
}
