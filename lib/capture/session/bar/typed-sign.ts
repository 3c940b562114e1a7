import { choicesFor, onlyChoice, plain } from "./choices";
import { MAX_QUERY, SIGN_STANCE, withoutSign, type Choice, type OpenSign, type SignOptions } from "./grammar";

/** One change of the words, in UTF-16 units. */
export type Typed = {
  before: string;
  after: string;
  caret: number;
  /** The sign whose list is open. */
  open: OpenSign | null;
  /** The leading sign that the person declared to be ordinary words, as `leadingSign` returns it. */
  asWords: string | null;
  /** What may still be typed of the name that was taken last. */
  rest: readonly string[];
};

export type Taken = { choice: Choice | null; text: string; caret: number; rest: readonly string[] };

/**
 * What the character typed last removes from the words, if anything. A Space takes the only possible speaker
 * or theme (between words only a label or seat). A Space or the first letter takes a stance at the beginning.
 * A Space also removes the rest of a name whose first word was taken already ("@ben Okafor "). Pasted text
 * takes nothing.
 */
export function takenByTyping(typed: Typed, options: SignOptions): Taken | null {
  const character = insertedCharacter(typed);
  if (character === null) return null;
  return (
    restOfName(typed, character) ??
    stanceAtStart(typed, character) ??
    takenBySpace(typed, character, options) ??
    takenLater(typed, options)
  );
}

function insertedCharacter({ before, after, caret }: Typed): string | null {
  const character = after[caret - 1];
  if (character === undefined || after.length !== before.length + 1) return null;
  return after.slice(0, caret - 1) + after.slice(caret) === before ? character : null;
}

function restOfName({ after, caret, rest }: Typed, character: string): Taken | null {
  if (character !== " " || rest.length === 0) return null;
  // "@grace young people leave": without a capital it is a word, not the name.
  if (!/^\s*\p{Lu}/u.test(after)) return null;
  const words = plain(after.slice(0, caret)).split(" ");
  if (words.length > rest.length || words.some((word, index) => word !== rest[index])) return null;
  return { choice: null, text: after.slice(caret), caret: 0, rest: rest.slice(words.length) };
}

function stanceAtStart({ before, after, caret, open }: Typed, character: string): Taken | null {
  const stance = open && open.end === caret - 1 ? SIGN_STANCE[open.sign] : undefined;
  if (!open || !stance || open.query !== "" || before.slice(0, open.start).trim() !== "") return null;
  // "-5" is a number, "--" a dash.
  if (character !== " " && !/\p{L}/u.test(character)) return null;
  const letter = character === " " ? "" : character;
  return {
    choice: { kind: "stance", stance },
    text: letter + after.slice(caret),
    caret: letter.length,
    rest: [],
  };
}

function takenBySpace({ before, caret, open }: Typed, character: string, options: SignOptions): Taken | null {
  if (character !== " " || !open || open.end !== caret - 1) return null;
  const betweenWords = before.slice(0, open.start).trim() !== "";
  const choice = onlyChoice(open, options, betweenWords);
  if (!choice) return null;
  const left = withoutSign(before, open);
  return { choice, ...left, rest: left.caret === 0 ? restOf(choice, open.query) : [] };
}

/** A name that was typed before names were there to match it. */
function takenLater({ after, caret, asWords }: Typed, options: SignOptions): Taken | null {
  const leading = leadingSign(after, options);
  if (!leading || leading.typed === asWords || caret <= leading.open.end) return null;
  const choice = /\s/.test(after[leading.open.end] ?? "") ? onlyChoice(leading.open, options) : null;
  if (!choice) return null;
  const text = after.slice(leading.open.end).trimStart();
  return { choice, text, caret: Math.max(0, caret - (after.length - text.length)), rest: [] };
}

/** The person's further names after the typed one, where they are among the words. */
function restOf(choice: Choice, query: string): string[] {
  const name = choice.kind === "speaker" ? choice.option.knownAs : null;
  if (name === null) return [];
  const words = plain(name).split(" ");
  const sought = plain(query).split(" ");
  const at = words.findIndex((_, index) => words.slice(index).join(" ").startsWith(sought.join(" ")));
  return at < 0 ? [] : words.slice(at + sought.length);
}

/** A speaker or theme sign at the beginning of the words, and what it could mean. */
export type LeadingSign = { open: OpenSign; typed: string; choices: Choice[] };

const MAX_WORDS = 4;

/** As many words behind the sign as still fit somebody or some theme; where none does, the first. */
export function leadingSign(text: string, options: SignOptions): LeadingSign | null {
  const start = text.search(/\S/);
  if (!/^[@#]\S/.test(text.slice(start))) return null;
  const [contribution = ""] = text.slice(start + 1, start + 1 + MAX_QUERY).split("\n");
  const ends = [...contribution.matchAll(/\S+/g)]
    .slice(0, MAX_WORDS)
    .map((word) => word.index + word[0].length);
  const sign = text[start] === "@" ? "@" : "#";
  const signs = ends.map((end): OpenSign => ({
    sign,
    query: contribution.slice(0, end),
    start,
    end: start + 1 + end,
  }));
  const [first] = signs;
  if (!first) return null;
  const fitting = signs
    .reverse()
    .map((open) => ({ open, choices: choicesFor(open, options) }))
    .find(({ choices }) => choices.length > 0);
  const { open, choices } = fitting ?? { open: first, choices: [] };
  return { open, choices, typed: text.slice(open.start, open.end) };
}
