import type { Hands, Wording, StoredContribution } from "./contribution";

/** What the rules look at. */
export type ContributionRules = Pick<StoredContribution, "source" | "wording"> &
  Partial<Pick<StoredContribution, "participantId" | "hands" | "agreementSeen">>;

/** The most code points that a contribution may have. */
export const MAX_TEXT = 10_000;
export const TOO_LONG = `A contribution must be ${MAX_TEXT.toLocaleString("en-GB")} characters or fewer.`;

type Problem = { field: string; message: string };

/**
 * What is wrong with a contribution, given its source; nothing when it is valid. The database enforces the
 * same rules.
 */
export function contributionProblem(contribution: ContributionRules): Problem | null {
  const { source, wording, participantId = null, hands = null, agreementSeen = false } = contribution;
  if (source === "identified" && participantId === null)
    return { field: "source", message: "Choose who said it, or choose “Unknown participant”" };
  if (participantId !== null && source !== "identified" && source !== "host")
    return { field: "source", message: "Only contributions from participants and hosts have a speaker" };
  if (source === "note" && wording === "verbatim")
    return { field: "wording", message: "Your own note cannot be word for word, because nobody said it" };
  if (source !== "group" && (hands !== null || agreementSeen))
    return { field: "handsRaised", message: "Only the group can raise hands or agree: choose “The group”" };
  if (hands !== null && agreementSeen)
    return {
      field: "agreementSeen",
      message: "Hands were counted, so leave “Agreement was seen” empty",
    };
  return hands === null ? null : handsProblem(hands);
}

function handsProblem({ raised, asked }: Hands): Problem | null {
  if (!Number.isInteger(asked) || asked < 1)
    return { field: "handsAsked", message: "Enter how many were asked, 1 or more" };
  if (!Number.isInteger(raised) || raised < 0 || raised > asked)
    return { field: "handsRaised", message: `Enter how many hands went up, from 0 to ${asked}` };
  return null;
}

const WORDS_IN_QUOTES = /^(?:"([^"]+)"|“([^“”]+)”)$/;

/** Words typed wholly in quotation marks are word for word; the marks are the typist's and are taken off. */
export function readTyped(text: string, wording: Wording): { text: string; wording: Wording } {
  const quoted = WORDS_IN_QUOTES.exec(text);
  const inside = (quoted?.[1] ?? quoted?.[2])?.trim();
  return inside ? { text: inside, wording: "verbatim" } : { text, wording };
}
