import { npqOf } from "@/lib/capture/people/npq-words";
import { NPQS } from "@/lib/capture/people/vocabulary";
import {
  SIGN_STANCE,
  THEME_DIGITS,
  type Choice,
  type OpenSign,
  type SignOptions,
  type SpeakerOption,
} from "./grammar";

/**
 * `whole`: the typed text is all of a label, a seat, initials or words of the name, not only their beginning.
 */
type Match = { score: number; whole: boolean; by: By };
/**
 * What matched: a label or seat, which cannot be anything else; a name or title; or a role, phase and region.
 */
type By = "code" | "name" | "description";
type Found = Match & { choice: Choice };

const MAX_CHOICES = 24;
const NO_MATCH: Match = { score: 0, whole: false, by: "name" };

/** What can be chosen behind the sign, the likeliest first; nothing where what is typed fits nothing. */
export function choicesFor(open: OpenSign, options: SignOptions): Choice[] {
  return found(open, options)
    .slice(0, MAX_CHOICES)
    .map(({ choice }) => choice);
}

/**
 * The one speaker or theme that the text can mean: the only match, or the only one that it matches as a
 * whole. A Space chooses it, so three things are never chosen in this way. "#1", because people say "#1
 * priority". The beginning of a role, phase or region: "@all staff" is not about an all-through school. And,
 * between words, anything but a label or a seat: "I told @middle leaders".
 */
export function onlyChoice(open: OpenSign, options: SignOptions, betweenWords = false): Choice | null {
  const { sign, query } = open;
  if ((sign !== "@" && sign !== "#") || plain(query) === "") return null;
  if (sign === "#" && /^\d+$/.test(plain(query))) return null;
  const matches = found(open, options);
  const whole = matches.filter((one) => one.whole);
  const only = matches.length === 1 ? matches : whole.length === 1 ? whole : [];
  const [match] = only;
  if (match === undefined || hasMoreToType(match.choice, query)) return null;
  if (!match.whole && match.by === "description") return null;
  if (betweenWords && !(match.whole && match.by === "code")) return null;
  return match.choice;
}

/**
 * "@not" is the beginning of "not known", so a Space does not end it. One word of a person's name is enough.
 */
function hasMoreToType(choice: Choice, query: string): boolean {
  if (choice.kind !== "speaker" || choice.option.participantId !== null) return false;
  return !plain(choice.option.label).endsWith(plain(query));
}

function found({ sign, query }: OpenSign, options: SignOptions): Found[] {
  const stance = SIGN_STANCE[sign];
  if (stance)
    return query === "" ? [{ choice: { kind: "stance", stance }, score: 1, whole: true, by: "name" }] : [];
  const sought = plain(query);
  switch (sign) {
    case "@":
      return ranked(options.speakers, (option) => ({
        ...speakerMatch(option, sought),
        choice: { kind: "speaker", option },
      }));
    case "#":
      return [
        ...ranked(options.themes, (theme, index) => ({
          ...themeMatch(theme.title, THEME_DIGITS[index] ?? null, sought),
          choice: { kind: "theme", ...theme, digit: THEME_DIGITS[index] ?? null },
        })),
        ...npqsFor(sought),
      ];
    case "?":
      return ranked(options.questions, (question) => ({
        score: sought === String(question.position) ? 3 : wordScore(question.text, sought),
        whole: false,
        by: "name",
        choice: { kind: "question", ...question },
      }));
    case "/":
      return ranked(behindSlash(options, sought), ({ choice, words }) => ({
        score: Math.max(...words.map((word) => commandScore(word, sought))),
        whole: false,
        by: "name",
        choice,
      }));
    default:
      return [];
  }
}

/** An NPQ once its code or name is being typed: "#npqh", "#headship". Themes come before it. */
function npqsFor(sought: string): Found[] {
  if (sought.length < LEAST_OF_NPQ) return [];
  return ranked(NPQS, ({ code, name }) => {
    const whole = npqOf(sought) === code;
    const score = whole ? 4 : Math.max(wordScore(code, sought.replaceAll(" ", "")), wordScore(name, sought));
    return { score, whole, by: "name", choice: { kind: "npq", code, name } };
  });
}

/** "#n" is the beginning of a theme sooner than of eleven NPQs. */
const LEAST_OF_NPQ = 3;

type BehindSlash = { choice: Choice; words: readonly string[] };

/** A stance whose sign most keyboards lack. */
const OBSERVATION: BehindSlash = {
  choice: { kind: "stance", stance: "observation" },
  words: ["observation"],
};

/** The commands, then the stance, the tables by name or place, and a question once its number may be typed. */
function behindSlash({ commands, tables, questions }: SignOptions, sought: string): BehindSlash[] {
  const places = tables.length === 0 ? [] : [{ id: null, name: "The whole room" }, ...tables];
  return [
    ...commands.map(({ command, words }): BehindSlash => ({ choice: { kind: "command", command }, words })),
    OBSERVATION,
    ...places.map(({ id, name }, place): BehindSlash => ({
      choice: { kind: "table", id, name },
      words: [name, id === null ? `table ${name}` : `table ${place}`],
    })),
    ...(sought === "" ? [] : questions).map((question): BehindSlash => ({
      choice: { kind: "question", ...question },
      words: [`question ${question.position}`],
    })),
  ];
}

/** The best first; equal scores keep their order. Score 0 is no match. */
function ranked<T>(all: readonly T[], match: (one: T, index: number) => Found): Found[] {
  return all
    .map((one, index) => ({ index, match: match(one, index) }))
    .filter((one) => one.match.score > 0)
    .sort((a, b) => b.match.score - a.match.score || a.index - b.index)
    .map((one) => one.match);
}

/** Lower case, without accents and punctuation. */
export function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/**
 * 3 for the beginning of the text, 2 for the beginning of a later word, 1 for anything when the search is
 * empty.
 */
function wordScore(text: string, sought: string): number {
  if (sought === "") return 1;
  const words = plain(text);
  if (words.startsWith(sought)) return 3;
  return words.includes(` ${sought}`) ? 2 : 0;
}

/** As above, and 1.5 where each typed word begins some word of the text: "/last edit", "/hide the names". */
function commandScore(text: string, sought: string): number {
  const score = wordScore(text, sought);
  if (score > 0) return score;
  const words = plain(text).split(" ");
  const typed = sought.split(" ").filter((one) => one !== "the");
  return typed.length > 0 && typed.every((one) => words.some((word) => word.startsWith(one))) ? 1.5 : 0;
}

function holdsWhole(text: string, sought: string): boolean {
  return sought !== "" && ` ${plain(text)} `.includes(` ${sought} `);
}

function themeMatch(title: string, digit: string | null, sought: string): Match {
  if (digit === sought) return { score: 4, whole: true, by: "name" };
  return { score: wordScore(title, sought), whole: holdsWhole(title, sought), by: "name" };
}

/** Label and seat match exactly; then come the name, its initials, and last the role. */
function speakerMatch(option: SpeakerOption, sought: string): Match {
  const { label, seat, knownAs, description } = option;
  if (sought === "") return { score: 1, whole: false, by: "name" };
  const shortLabel = plain(label).replace(/^([a-z]+)0+/, "$1");
  const number = shortLabel.replace(/^[a-z]+/, "");
  if (plain(label) === sought || shortLabel === sought) return { score: 9, whole: true, by: "code" };
  if (seat !== null && plain(seat) === sought) return { score: 8, whole: true, by: "code" };
  // "7" finds P07, and not P17.
  if (/^\d+$/.test(sought))
    return number.startsWith(sought) ? { score: 7, whole: number === sought, by: "code" } : NO_MATCH;
  if (plain(label).startsWith(sought)) return { score: 6, whole: false, by: "code" };
  if (knownAs !== null) {
    if (initials(knownAs) === sought.replaceAll(" ", "") || holdsWhole(knownAs, sought))
      return { score: 5, whole: true, by: "name" };
    const score = wordScore(knownAs, sought);
    if (score > 0) return { score: score + 1.5, whole: false, by: "name" };
  }
  // "A participant, not known" is found by its later words too.
  const ofLabel = wordScore(label, sought);
  const score = Math.max(ofLabel, wordScore(description, sought));
  if (score === 0) return NO_MATCH;
  if (ofLabel > 0) return { score: score - 0.5, whole: false, by: "name" };
  return { score: score - 0.5, whole: plain(description) === sought, by: "description" };
}

function initials(name: string): string {
  return plain(name)
    .split(" ")
    .map((word) => word[0] ?? "")
    .join("");
}
