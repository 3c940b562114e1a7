/**
 * How much a character looks like English prose between its neighbours: from 6, an apostrophe in a contraction, to -20, a
 * byte that no character has. `after` is up to four characters; both may be empty at the ends of a file.
 */
export function proseScore(before: string, sign: string, after: string): number {
  const next = after.charAt(0);
  if (sign === "\uFFFD") return -20;
  if (isLetter(sign)) return letterScore(before, sign, next);
  return SIGNS[sign]?.(before, after) ?? ODD;
}

const ODD = -3;

export const isLetter = (sign: string) => /^\p{L}$/u.test(sign) && sign !== "ª" && sign !== "º";
const isLower = (sign: string) => /^\p{Ll}$/u.test(sign);
const isUpper = (sign: string) => /^\p{Lu}$/u.test(sign);
const isDigit = (sign: string) => /^\d$/.test(sign);
const isSpace = (sign: string) => sign === "" || /^\s$/.test(sign);
const opens = (before: string) => isSpace(before) || /^[([{"'“‘,;–—-]$/.test(before);

/** How usual letters are in the names and words of English texts. */
const USUAL = new Map<string, number>();
const FREQUENCIES: readonly [letters: string, score: number][] = [
  ["é", 3],
  ["èëïüöçñáíóú", 2.2],
  ["êôâà", 1.8],
  ["îûäåøæœß", 1.2],
];
for (const [letters, score] of FREQUENCIES) for (const letter of letters) USUAL.set(letter, score);
const RARE = 0.5;

/** Words that tell encodings apart in which the same byte is another usual letter. */
const KNOWN = new Set(
  "café cafés naïve naïvely façade façades fiancé fiancée cliché clichés crèche crèches crème entrée résumé protégé déjà vis-à-vis zoë zoé chloë chloé siân siôn noël noé brontë josé renée rené andré andrée françois françoise hélène élodie müller björn jürgen søren märta beyoncé rené ramón martín garcía gonzález lópez muñoz núñez peña zoés raphaël gaëlle joão gonçalves maïa anaïs loïc thaïs dónal seán siobhán róisín sinéad órla niamh áine pádraig château châteaux fête rôle rôles élite régime première décor matinée soirée blasé touché coöperate piñata jalapeño angström".split(
    " ",
  ),
);
const KNOWN_SCORE = 6;

/** The score of a letter by the whole word that it stands in; null where the word says nothing. */
export function wordScore(word: string): number | null {
  return KNOWN.has(word.toLowerCase()) ? KNOWN_SCORE : null;
}

function letterScore(before: string, sign: string, next: string): number {
  if (isDigit(before) || isDigit(next)) return ODD;
  if (isUpper(sign)) {
    if (isLower(before)) return -5;
    if (isLower(next)) return 1.5;
    return isUpper(before) || isUpper(next) ? 1 : -2;
  }
  if (isLower(before) && isUpper(next)) return ODD;
  if (!isLetter(before) && !isLetter(next)) return -1;
  // Few English words begin with an accent, or end with another than these.
  if (!isLetter(next) && !"éëèàáñ".includes(sign)) return Math.min(0.8, USUAL.get(sign) ?? RARE);
  if (!isLetter(before)) return Math.min(1, USUAL.get(sign) ?? RARE);
  const between = before > "\u007F" && next > "\u007F" && isLetter(before) && isLetter(next);
  return between ? -1 : (USUAL.get(sign) ?? RARE);
}

type Score = (before: string, after: string) => number;

const CONTRACTED = /^(?:s|t|d|m|re|ve|ll)(?!\p{L})/iu;

const apostrophe: Score = (before, after) => {
  const next = after.charAt(0);
  if (!isLetter(before)) return isLetter(next) || isDigit(next) ? 1 : 0;
  if (!isLetter(next)) return 2;
  if (CONTRACTED.test(after)) return 6;
  return isUpper(before) && isUpper(next) ? 3 : -2;
};
const opening: Score = (before, after) => (opens(before) && /^[\p{L}\d“‘"'(£€$…]/u.test(after) ? 3 : ODD);
const closing: Score = (before, after) => {
  const next = after.charAt(0);
  return !isSpace(before) && !isLetter(next) && !isDigit(next) ? 3 : ODD;
};
const dash: Score = (before, after) => {
  const next = after.charAt(0);
  if (isSpace(before) === isSpace(next) && isDigit(before) === isDigit(next))
    return isUpper(before) ? -1 : isLetter(before) ? 1 : 3;
  return 0;
};
const bullet: Score = (before, after) => {
  if (!isSpace(before) || !isSpace(after.charAt(0))) return ODD;
  return before === " " ? 1 : 3;
};
const currency: Score = (before, after) => (isDigit(before) || isDigit(after.charAt(0)) ? 2 : 0);
const mark: Score = (before, after) => {
  if (isLetter(after.charAt(0))) return -2;
  return isLetter(before) || isDigit(before) ? 3 : -1;
};
const fraction: Score = (before, after) =>
  (isDigit(before) || opens(before)) && !isLetter(after.charAt(0)) ? 3 : -2;
const afterDigit: Score = (before) => (isDigit(before) ? 3 : -1);

/** Signs of English prose; what is not here is odd in it. */
const SIGNS: Record<string, Score> = {
  "’": apostrophe,
  "´": (before, after) => (apostrophe(before, after) === 6 ? 5 : -2),
  "‘": opening,
  "“": opening,
  "”": closing,
  "–": dash,
  // Between words, where many letters of other encodings would not end one.
  "—": (before, after) => (isLower(before) && isLetter(after.charAt(0)) ? 2.5 : dash(before, after)),
  "…": (before, after) => {
    if (isLetter(after.charAt(0))) return isLower(after.charAt(0)) ? 0.5 : -1;
    return isLetter(before) || /^[.?!,”’)]$/.test(before) ? 2 : 0.5;
  },
  "£": (before, after) => {
    const next = after.charAt(0);
    return isDigit(next) ? 5 : isLetter(before) && isLetter(next) ? -4 : 0;
  },
  "€": (before, after) => (isDigit(after.charAt(0)) || isDigit(before) ? 4 : -1),
  "•": bullet,
  "¢": currency,
  "¥": currency,
  "·": (before, after) => Math.max(-1, bullet(before, after)),
  "®": mark,
  "™": mark,
  "©": (before, after) => (!isLetter(before) && !isLetter(after.charAt(0)) ? 3 : -1),
  "°": afterDigit,
  "²": mark,
  "³": mark,
  "½": fraction,
  "¼": fraction,
  "¾": fraction,
  "\u00A0": (before, after) => (isSpace(before) || isSpace(after.charAt(0)) ? 0.5 : 2),
  "§": (before, after) => (isLetter(before) || isLetter(after.charAt(0)) ? -1 : 2),
  "×": (before, after) => (isLetter(before) && isLetter(after.charAt(0)) ? ODD : 2),
  "÷": (before, after) => (isLetter(before) || isLetter(after.charAt(0)) ? ODD : 1),
  "±": (before, after) => (isDigit(after.charAt(0)) ? 2 : -2),
  "«": (before, after) => Math.min(1, opening(before, after)),
  "»": (before, after) => Math.min(1, closing(before, after)),
  "\u00AD": (before, after) => (isLetter(before) && isLetter(after.charAt(0)) ? 0 : -1),
};
