/** What programs add to a name, which is no part of it: "Ada Lane (Guest)". */
const ADDED =
  /\s?[([](?:guest|external|unverified|host|co-?host|you|me|organi[sz]er|presenter|speaker)[)\]]$/i;

/** A name as it stands in a head, without what the program adds to it. */
export function cleanName(typed: string): string {
  const name = typed.trim();
  return name.replace(ADDED, "").trim() || name;
}

const MAX_LETTERS = 80;
const MAX_WORDS = 8;
/** A clock time or a year: the title of a meeting, not a name. */
const DATED = /\d:\d\d|(?:^|[^\d])(?:19|20)\d\d(?:$|[^\d])/;
const STARTS = /^[\p{L}\p{N}+~@_]/u;
const ENDS_SENTENCE = /[.?!…,;]$/;
/** Short words inside names, and what stands for a first name: J. */
const INSIDE =
  /^(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|al|el|bin|ibn|ap|ab|ferch|of|and|the|&|\p{L}\.?)$/iu;
const TITLED = /^[("'‘“[]?(?:\p{Lu}|\p{N})/u;

/** Whether words can be the name of a speaker, where a time or a colon sets them apart. */
export function canBeName(words: string): boolean {
  return (
    words.length > 0 &&
    words.length <= MAX_LETTERS &&
    STARTS.test(words) &&
    /\p{L}|\d/u.test(words) &&
    !DATED.test(words) &&
    words.split(/\s+/).length <= MAX_WORDS
  );
}

/** Whether words look like a name by themselves: each begins with a capital letter, and no sentence ends. */
export function looksLikeName(words: string): boolean {
  if (!canBeName(words) || (ENDS_SENTENCE.test(words) && !/\s(?:Jr|Sr|\p{L})\.$/u.test(words))) return false;
  const [first = "", ...rest] = words.split(/\s+/);
  return (
    (TITLED.test(first) || rest.length === 0) &&
    rest.every((word) => TITLED.test(word) || INSIDE.test(word) || /^[(\[]/.test(word))
  );
}
