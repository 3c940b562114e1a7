import { asSentence } from "./clause";

type Contribution = { text: string; role: string | null; verbatim: boolean };

/**
 * One contribution with who said it, before where it is from. Only what was written down word for word is a quotation; of the
 * rest it is said that it was noted so.
 */
export function citeContribution({ text, role, verbatim }: Contribution): string {
  const who = speakerWords(role);
  return verbatim ? `“${text.trim()}” ${who}.` : `${who}, noted as: ${asSentence(text)}`;
}

/** All that may be said of a speaker: "Participant, headteacher" or "A participant". */
export function speakerWords(role: string | null): string {
  return role === null ? "A participant" : `Participant, ${role}`;
}

/** What the two words beside a contribution mean, and how one is cited where nothing copies it. */
export function quotingRule(source: string): string {
  return `“Word for word” means that the words were written down as they were said, and can be quoted. “The gist” is what a facilitator noted: do not put it in quotation marks. To cite one, name a participant, and: ${source}`;
}
