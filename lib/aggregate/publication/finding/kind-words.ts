import type { ReleasedFinding } from "../release-contents";
import { isDivided } from "./divided";
import type { FindingKind } from "./finding-kind";

/** How a kind of finding is said: as a title, in a list of filters, and what it holds. */
export const KIND_WORDS: Record<FindingKind, { title: string; short: string; about: string }> = {
  ask: {
    title: "What people asked for",
    short: "Asks",
    about: "Most people first. Among equal figures the order means nothing. Nobody was asked to rank them.",
  },
  strength: {
    title: "What people said works well",
    short: "Strengths",
    about: "What people named as a strength, most people first.",
  },
  improvement: {
    title: "What people said should improve",
    short: "To improve",
    about: "What people named as something to improve, most people first.",
  },
  observation: {
    title: "What people observed",
    short: "Observations",
    about: "What people said that is neither praise, nor criticism, nor a request. Most people first.",
  },
  differ: {
    title: "Where views differ",
    short: "Views differ",
    about:
      "Those nearest to an even split come first, as far as rounded figures show it. Where both sides have the same words, the order means nothing.",
  },
  few: {
    title: "Views held by a few people",
    short: "Held by a few",
    about:
      "A view of a few people can matter as much as one that many share. The others may agree: not everyone was asked. Their words are not quoted, because so few people said them that they could be recognised.",
  },
};

const ROUNDED = "The figures are rounded, so we cannot say whether any of them is divided.";

/** What is said of findings of a kind above them. */
export function aboutKind(kind: FindingKind, findings: readonly ReleasedFinding[]): string {
  const { about } = KIND_WORDS[kind];
  return kind === "differ" && !findings.some(isDivided) ? `${about} ${ROUNDED}` : about;
}

type Narrowed = {
  kind: FindingKind | null;
  /** Titles of a theme and of one of DfE’s areas. */
  theme: string | null;
  area: string | null;
};

/** The title of a page of findings, which says how they are narrowed: "What people asked for under Coaching, on SEND". */
export function findingsTitle({ kind, theme, area }: Narrowed): string {
  const what = kind === null ? "All findings" : KIND_WORDS[kind].title;
  return [theme === null ? what : `${what} under ${theme}`, area === null ? null : `on ${area}`]
    .filter((part) => part !== null)
    .join(", ");
}
