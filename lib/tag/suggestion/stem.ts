/** Endings to remove, longest first, where at least `left` letters stay; and what replaces them. */
const ENDINGS: readonly { ending: string; left: number; put: string }[] = [
  { ending: "ational", left: 3, put: "at" },
  { ending: "fulness", left: 3, put: "" },
  { ending: "iveness", left: 4, put: "" },
  { ending: "ization", left: 4, put: "is" },
  { ending: "isation", left: 4, put: "is" },
  { ending: "ations", left: 4, put: "at" },
  { ending: "ation", left: 4, put: "at" },
  { ending: "ically", left: 4, put: "ic" },
  { ending: "ments", left: 4, put: "" },
  { ending: "iness", left: 3, put: "i" },
  { ending: "ment", left: 4, put: "" },
  { ending: "ness", left: 4, put: "" },
  { ending: "ings", left: 3, put: "" },
  { ending: "edly", left: 4, put: "" },
  { ending: "fully", left: 3, put: "" },
  { ending: "ful", left: 3, put: "" },
  { ending: "ing", left: 3, put: "" },
  { ending: "ied", left: 2, put: "i" },
  { ending: "ies", left: 2, put: "i" },
  { ending: "ily", left: 3, put: "i" },
  { ending: "ed", left: 3, put: "" },
  { ending: "ly", left: 4, put: "" },
  { ending: "er", left: 4, put: "" },
  { ending: "ers", left: 4, put: "" },
  { ending: "es", left: 4, put: "" },
];

/**
 * An approximate stem of an English word: endings for plural, tense, person and derivation are removed. In
 * doubt it leaves a word as it is. "coaches", "coached" and "coaching" have the same stem.
 */
export function stemOf(form: string): string {
  let word = form.endsWith("'s") ? form.slice(0, -2) : form;
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  if (word.endsWith("s") && !/(?:ss|us|is)$/.test(word)) word = word.slice(0, -1);
  // Twice, because "implementing" must give the same as "implement", which itself has one of these endings.
  word = withoutEnding(withoutEnding(word));
  if (/([bdfgmnprt])\1$/.test(word) && word.length > 3) word = word.slice(0, -1);
  if (word.length > 3 && word.endsWith("e")) word = word.slice(0, -1);
  if (word.length > 2 && word.endsWith("y")) word = `${word.slice(0, -1)}i`;
  return word;
}

function withoutEnding(word: string): string {
  for (const { ending, left, put } of ENDINGS) {
    const to = word.length - ending.length;
    if (to >= left && word.endsWith(ending)) return word.slice(0, to) + put;
  }
  return word;
}
