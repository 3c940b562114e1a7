/** A word that exists: its stem, as the database has it, and the forms in which it was written. */
export type Known = { stem: string; forms: readonly string[]; texts: number };

/** What was meant, and how many typing errors away it is. */
export type Meant = { form: string; errors: number };

/**
 * What was meant by a word that is nowhere: the known one that is the fewest typing errors away, and of those the one
 * in most texts. Null where none is near enough.
 */
export function mendWord(typed: { word: string; stem: string }, known: readonly Known[]): Meant | null {
  const word = typed.word.toLowerCase();
  let best: (Meant & { texts: number }) | null = null;
  for (const { stem, forms, texts } of known) {
    const ofStem = typingErrors(typed.stem, stem);
    for (const form of forms) {
      const ofForm = typingErrors(word, form.toLowerCase());
      const isNear = ofForm <= allowed(word) || ofStem <= allowed(typed.stem);
      if (!isNear) continue;
      const errors = Math.min(ofForm, ofStem + FORM_DIFFERS * (ofForm > ofStem ? 1 : 0));
      if (best === null || errors < best.errors || (errors === best.errors && texts > best.texts))
        best = { form, errors, texts };
    }
  }
  return best;
}

/** Another form of the word counts for less than an error, so that the form that was meant is chosen. */
const FORM_DIFFERS = 0.5;

/** One error in a short word, two in a longer one: in three letters everything is like everything. */
const allowed = (word: string) => (word.length < 4 ? 0 : word.length < 7 ? 1 : 2);

const LONGEST = 40;

/**
 * How many letters were left out, added, changed or swapped with the next one: the optimal string alignment
 * distance. Words are cut to 40 letters.
 */
export function typingErrors(a: string, b: string): number {
  const from = Array.from(a).slice(0, LONGEST);
  const to = Array.from(b).slice(0, LONGEST);
  let twoBack: number[] = [];
  let back = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [i, letter] of from.entries()) {
    const row = [i + 1];
    for (const [j, other] of to.entries()) {
      const same = letter === other ? 0 : 1;
      const cheapest = Math.min(
        (back[j + 1] ?? 0) + 1,
        (row[j] ?? 0) + 1,
        (back[j] ?? 0) + same,
        i > 0 && j > 0 && letter === to[j - 1] && from[i - 1] === other
          ? (twoBack[j - 1] ?? 0) + 1
          : Infinity,
      );
      row.push(cheapest);
    }
    [twoBack, back] = [back, row];
  }
  return back[to.length] ?? 0;
}
