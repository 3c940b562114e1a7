export type ThemeTexts = { definition: string; includes: string; excludes: string; signalWords: string };

const LABELS = { includes: "Include", excludes: "Exclude", signalWords: "Signal words" } as const;
/** A line of text that looks like a label gets an extra backslash, which is removed when it is read. */
const LIKE_LABEL = /^(\\*)(?=(?:Include|Exclude|Signal words): )/gm;
const ESCAPED = /^\\(\\*)(?=(?:Include|Exclude|Signal words): )/gm;

/**
 * A theme's text as one description, because a code has only one (REFI-QDA 1.5, section 5.2): the definition,
 * then paragraphs that begin "Include: ", "Exclude: " and "Signal words: ". themeTexts restores the parts
 * exactly.
 */
export function themeDescription({ definition, includes, excludes, signalWords }: ThemeTexts): string {
  const own = (text: string) => text.replace(LIKE_LABEL, "$1\\");
  const labelled = (label: string, text: string) => (text === "" ? [] : [`${label}: ${own(text)}`]);
  return [
    ...(definition === "" ? [] : [own(definition)]),
    ...labelled(LABELS.includes, includes),
    ...labelled(LABELS.excludes, excludes),
    ...labelled(LABELS.signalWords, signalWords),
  ].join("\n\n");
}

/** A description without labels is a definition as a whole. */
export function themeTexts(description: string): ThemeTexts {
  const [described, signalWords] = cut(description, LABELS.signalWords);
  const [before, excludes] = cut(described, LABELS.excludes);
  const [definition, includes] = cut(before, LABELS.includes);
  const own = (text: string) => text.replace(ESCAPED, "$1");
  return {
    definition: own(definition),
    includes: own(includes),
    excludes: own(excludes),
    signalWords: own(signalWords),
  };
}

function cut(text: string, label: string): [string, string] {
  if (text.startsWith(`${label}: `)) return ["", text.slice(label.length + 2)];
  const at = text.indexOf(`\n\n${label}: `);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + label.length + 4)];
}
