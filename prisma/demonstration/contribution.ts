import type { DemoContribution, DemoTag, ContributionKey, Stance, Theme } from "./types";

type Unplaced = Omit<DemoContribution, "question">;
type Words = Pick<DemoContribution, "text" | "areas" | "npqs" | "masks"> & { cleared?: boolean };
type GroupSign = { hands: { raised: number; asked: number } } | { agreementSeen: true };

const ROUNDTABLE_NUMBER = { f: "01", n: "02", o: "03" };

/**
 * The same key always gives the same UUID (in the form of version 4), so that a second run stores nothing
 * twice.
 */
function contributionId(key: ContributionKey): string {
  const roundtable = key.startsWith("f") ? "f" : key.startsWith("n") ? "n" : "o";
  return `00000000-0000-4000-8000-${ROUNDTABLE_NUMBER[roundtable]}${key.slice(1).padStart(10, "0")}`;
}

const tagged =
  (stance: Stance) =>
  (...themes: Theme[]): DemoTag[] =>
    themes.map((theme) => ({ theme, stance }));

export const strength = tagged("strength");
export const improvement = tagged("improvement");
export const ask = tagged("ask");
export const observation = tagged("observation");

function contribution(
  key: ContributionKey,
  minute: number,
  source: DemoContribution["source"],
  wording: DemoContribution["wording"],
  tags: DemoTag[],
  words: Words,
): Unplaced {
  const stances = [...new Set(tags.map((tag) => tag.stance))];
  return {
    key,
    id: contributionId(key),
    minute,
    source,
    wording,
    tags,
    cleared: true,
    ...(stances.length === 1 && { stance: stances[0] }),
    ...words,
  };
}

/** A participant's verbatim words; cleared unless said otherwise. */
export function said(
  key: ContributionKey,
  minute: number,
  speaker: string,
  tags: DemoTag[],
  words: Words,
): Unplaced {
  return { ...contribution(key, minute, "identified", "verbatim", tags, words), speaker };
}

/** The gist of what a participant said; cleared unless said otherwise. */
export function noted(
  key: ContributionKey,
  minute: number,
  speaker: string,
  tags: DemoTag[],
  words: Words,
): Unplaced {
  return { ...contribution(key, minute, "identified", "gist", tags, words), speaker };
}

/** Words heard, from a participant whom the facilitator could not name. */
export function overheard(key: ContributionKey, minute: number, tags: DemoTag[], words: Words): Unplaced {
  return contribution(key, minute, "unidentified", "verbatim", tags, words);
}

/** The gist of what an unnamed participant said. */
export function notedOfSomeone(
  key: ContributionKey,
  minute: number,
  tags: DemoTag[],
  words: Words,
): Unplaced {
  return contribution(key, minute, "unidentified", "gist", tags, words);
}

/** Hands that were counted, or agreement that was seen and bears no number. */
export function group(
  key: ContributionKey,
  minute: number,
  tags: DemoTag[],
  words: Words & GroupSign,
): Unplaced {
  return contribution(key, minute, "group", "gist", tags, words);
}

/** A host's or an official's remark: no tagging, no figure, no clearance. */
export function hostSaid(key: ContributionKey, minute: number, speaker: string, text: string): Unplaced {
  return { ...contribution(key, minute, "host", "gist", [], { text, cleared: false }), speaker };
}

/** The facilitator's own note: no speaker, no tagging, no clearance. */
export function facilitatorNote(key: ContributionKey, minute: number, text: string): Unplaced {
  return contribution(key, minute, "note", "gist", [], { text, cleared: false });
}

/** Places contributions under a discussion question, by its 1-based number. */
export function underQuestion(question: number, contributions: Unplaced[]): DemoContribution[] {
  return contributions.map((entry) => ({ ...entry, question }));
}
