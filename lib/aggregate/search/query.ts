import { LONE_SURROGATE, NUL } from "@/lib/platform/text/words";

/** What can be narrowed by, as it is typed before a colon. */
const FILTERS = ["type", "theme", "stance", "role", "roundtable"] as const;
export type FilterName = (typeof FILTERS)[number];

/** A word, or words that follow one another; `not`: texts that have it are left out. */
export type Term = { text: string; phrase: boolean; not: boolean };
export type TypedFilter = { name: FilterName; value: string };
export type Query = { terms: Term[]; filters: TypedFilter[] };
/** What was typed, understood, and what is wrong with it in words: one sentence for each fault. */
export type ReadQuery = Query & { faults: string[] };

export const MAX_QUERY = 500;
/** Each term is a condition of its own. */
export const MAX_TERMS = 30;

/** One piece of what was typed, between spaces: -"two words", theme:assessment, role:"assistant head". */
type Piece = { not: boolean; name: string | null; value: string; quoted: boolean; closed: boolean };

const SPACE = /\s/u;
const QUOTE = /["“”]/;
const LETTERS = /^[a-z]+$/i;
const WORD = /[\p{L}\p{N}]/u;

/** Reads what was typed into the search field, in one pass. */
export function readQuery(typed: string): ReadQuery {
  const read: ReadQuery = { terms: [], filters: [], faults: [] };
  if (typed.length > MAX_QUERY)
    return { ...read, faults: [`Type ${MAX_QUERY} characters or fewer. You typed ${typed.length}.`] };
  if (typed.includes(NUL) || LONE_SURROGATE.test(typed))
    return { ...read, faults: ["Your search contains a character that cannot be read. Delete it."] };
  for (const piece of piecesOf(typed)) addPiece(read, piece);
  if (read.terms.length > MAX_TERMS)
    read.faults.push(`Search for ${MAX_TERMS} words or phrases at a time, or fewer.`);
  if (read.filters.length === 0 && read.terms.length > 0 && read.terms.every(({ not }) => not))
    read.faults.push("Say what to look for too. A word with - before it only leaves out what has it.");
  return read;
}

/** Whether nothing is asked for. */
export function isEmpty({ terms, filters }: Query): boolean {
  return terms.length === 0 && filters.length === 0;
}

function addPiece(read: ReadQuery, piece: Piece): void {
  if (!piece.closed) read.faults.push(`Close the quotation marks after “${piece.value.trim()}”.`);
  if (piece.name !== null) addFilter(read, piece, piece.name);
  else if (WORD.test(piece.value))
    read.terms.push({ text: piece.value.trim(), phrase: piece.quoted, not: piece.not });
  else if (piece.not)
    read.faults.push("Put a word directly after -, without a space, to leave out what has it.");
}

function addFilter({ filters, faults }: ReadQuery, { not, value }: Piece, typedName: string): void {
  const name = FILTERS.find((one) => one === typedName.toLowerCase());
  if (!name)
    faults.push(
      `There is no filter “${typedName}:”. Use ${listed(FILTERS)}, or put the words in quotation marks.`,
    );
  else if (not) faults.push(`Remove the - before “${name}:”. Only words can be left out.`);
  else if (value.trim() === "")
    faults.push(`Say which ${name} directly after “${name}:”, without a space between.`);
  else filters.push({ name, value: value.trim() });
}

const listed = (names: readonly string[]) =>
  `${names
    .slice(0, -1)
    .map((name) => `${name}:`)
    .join(", ")} or ${names.at(-1) ?? ""}:`;

/** Quotation marks hold a piece together, at its start or after a colon; within a word they are part of it. */
export function piecesOf(typed: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < typed.length) {
    if (SPACE.test(typed.charAt(at))) at++;
    else at = readPiece(typed, at, pieces);
  }
  return pieces;
}

/** Reads the piece that begins at `from`, and returns where it ends. */
function readPiece(typed: string, from: number, pieces: Piece[]): number {
  const not = typed.charAt(from) === "-";
  const start = not ? from + 1 : from;
  if (QUOTE.test(typed.charAt(start))) return readQuoted(typed, start, { not, name: null }, pieces);
  let at = start;
  while (at < typed.length && !SPACE.test(typed.charAt(at))) {
    if (typed.charAt(at) === ":" && LETTERS.test(typed.slice(start, at))) {
      const name = typed.slice(start, at);
      if (QUOTE.test(typed.charAt(at + 1))) return readQuoted(typed, at + 1, { not, name }, pieces);
      const end = endOfWord(typed, at + 1);
      pieces.push({ not, name, value: typed.slice(at + 1, end), quoted: false, closed: true });
      return end;
    }
    // A colon after anything but letters, as in 12:30, is part of a word.
    if (typed.charAt(at) === ":") break;
    at++;
  }
  const end = endOfWord(typed, at);
  pieces.push({ not, name: null, value: typed.slice(start, end), quoted: false, closed: true });
  return end;
}

function readQuoted(
  typed: string,
  open: number,
  { not, name }: Pick<Piece, "not" | "name">,
  pieces: Piece[],
): number {
  let close = open + 1;
  while (close < typed.length && !QUOTE.test(typed.charAt(close))) close++;
  pieces.push({
    not,
    name,
    value: typed.slice(open + 1, close),
    quoted: true,
    closed: close < typed.length,
  });
  return close + 1;
}

function endOfWord(typed: string, from: number): number {
  let end = from;
  while (end < typed.length && !SPACE.test(typed.charAt(end))) end++;
  return end;
}
