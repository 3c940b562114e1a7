/** Letters without case and accents, so that "Zoë" and "ZOE" are equal. */
export function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Shorter parts of a name occur in too many other words. */
const PART = 3;

/** Whether a text contains one of the terms as whole words, ignoring case and accents. */
export function termFinder(terms: readonly string[]): (text: string) => boolean {
  const patterns = terms
    .map((term) => folded(term.trim()))
    .filter((term) => term.length >= PART)
    .map((term) => new RegExp(`(?<![\\p{L}\\p{N}])${escaped(term)}(?![\\p{L}\\p{N}])`, "u"));
  return (text) => {
    const plain = folded(text);
    return patterns.some((pattern) => pattern.test(plain));
  };
}

function escaped(term: string): string {
  return term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Every string inside a JSON value, including the names of its fields. */
export function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...stringsIn(inner)]);
}
