/** Words that say nothing of what a point is about: grammar, and what every point of a review is about. */
const SAY_NOTHING = new Set(
  (
    "about also anything because been being below between both cannot could depend does done every from getting gets give given " +
    "gives have having here into itself just less like made make makes many more most much must neither never nobody nothing " +
    "only other others over rather same should than that their them themselves then there these they thing things this those " +
    "through under what when where whether which while whole will with within without would " +
    "course leader npqs participant people person school"
  ).split(" "),
);

/** Shorter words are grammar. */
const LEAST_LETTERS = 4;

/** The words of a statement that may be what it is about, in the singular. */
function objectsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return new Set(
    words
      .filter((word) => word.length >= LEAST_LETTERS)
      .map((word) => word.replace(/(?<!s)s$/, ""))
      .filter((word) => !SAY_NOTHING.has(word) && !SAY_NOTHING.has(`${word}s`)),
  );
}

/**
 * Whether two statements are about the same thing, so that one sentence may say both: they share a word that means something.
 * Others stand together in a list that says how many they are.
 */
export function shareAnObject(one: string, other: string): boolean {
  const objects = objectsOf(one);
  return [...objectsOf(other)].some((word) => objects.has(word));
}
