import { isRecord, type Entry } from "./entry";

/** Keys whose single words are what was said; other single words are codes of the program. */
const WORD_KEYS = new Set(["text", "word", "punctuated_word", "content", "value", "transcript", "display"]);
const SEVERAL_WORDS = /\p{L}\s+\p{L}/u;

/** Words of a JSON file beside its turns, under the key that leads to them. */
export type Left = { key: string; text: string; repeats: boolean; before: boolean };

type Place = {
  value: unknown;
  key: string;
  path: string;
  /** The turn that the value is a part of; null outside the turns. */
  own: Entry | null;
};

/** Longer ways to a word are cut. */
const LONGEST_PATH = 200;

/**
 * The words of a JSON file that are in no turn, by the keys that lead to them. What the parts of a turn say again word by
 * word is not told; what another list says again is told once.
 */
export function leftInJson(json: unknown, values: readonly unknown[], entries: readonly Entry[]): Left[] {
  const turns = new Set(values);
  const own = entryOfEach(values, entries);
  const groups = new Map<string, { texts: string[]; before: boolean }>();
  let before = true;
  const waiting: Place[] = [{ value: json, key: "", path: "", own: null }];
  for (let place = waiting.pop(); place; place = waiting.pop()) {
    const isTurn = turns.has(place.value) && (isRecord(place.value) || typeof place.value === "string");
    before &&= !isTurn;
    // Where single words were joined into turns, all of them are in turns.
    if (isTurn && own === null) continue;
    const within = isTurn ? (own?.get(place.value) ?? place.own) : place.own;
    if (typeof place.value !== "string") for (const one of inside(place, within)) waiting.push(one);
    else if (tells(place.key, place.value, within)) {
      const group = groups.get(place.path) ?? { texts: [], before };
      group.texts.push(place.value.trim());
      groups.set(place.path, group);
    }
  }
  if (groups.size === 0) return [];
  const words = onlyLetters(entries.map(({ text }) => text).join(" "));
  return [...groups].flatMap(([key, { texts, before: first }]) => {
    const again = texts.length > MAX_TEXTS ? [] : texts.filter((text) => words.includes(onlyLetters(text)));
    const all = words.includes(onlyLetters(texts.join(" ")));
    const rest = all ? [] : texts.filter((text) => !SEVERAL_WORDS.test(text) || !again.includes(text));
    const said = all ? texts : again.filter((text) => SEVERAL_WORDS.test(text));
    return [
      { key, text: said.join(" "), repeats: true, before: first },
      { key, text: rest.join(" "), repeats: false, before: first },
    ].filter(({ text }) => text !== "");
  });
}

/** More texts of one key are compared with the turns together, not one by one. */
const MAX_TEXTS = 200;

/** The last is taken first, so that the order of the file is kept. */
function inside({ value, key, path }: Place, own: Entry | null): Place[] {
  if (Array.isArray(value))
    return value.map((one) => ({ value: one as unknown, key, path, own })).toReversed();
  if (!isRecord(value)) return [];
  return Object.entries(value)
    .map(([name, one]) => {
      const longer = path === "" ? name : `${path}.${name}`;
      return { value: one, key: name, path: longer.length > LONGEST_PATH ? path : longer, own };
    })
    .toReversed();
}

function tells(key: string, text: string, own: Entry | null): boolean {
  const isWords = WORD_KEYS.has(key) ? /\p{L}/u.test(text) : SEVERAL_WORDS.test(text);
  return isWords && !(own !== null && saysAlready(own, text.trim()));
}

function saysAlready({ speaker, text: words }: Entry, text: string): boolean {
  if (text === speaker || words.includes(text)) return true;
  return onlyLetters(`${speaker ?? ""} ${words}`).includes(onlyLetters(text));
}

/** The entry that each value became; null where the list holds single words, which are no entries of their own. */
function entryOfEach(values: readonly unknown[], entries: readonly Entry[]): Map<unknown, Entry> | null {
  if (values.length !== entries.length) return null;
  return new Map(entries.map((entry, at) => [values[at], entry]));
}

function onlyLetters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase();
}
