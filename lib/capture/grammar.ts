import type { Source, Stance } from "./contribution";

/**
 * The grammar of the capture bar. A sign opens a list to choose from; only what is chosen from it leaves the
 * text and becomes a mark of the line. A sign that nobody chose from is text like any other.
 */
const SIGNS = ["@", "#", "+", "-", "!", "?", "/"] as const;
export type Sign = (typeof SIGNS)[number];

/** A sign being typed: what stands between it and the caret is looked for. Offsets in UTF-16 units. */
export type OpenSign = { sign: Sign; query: string; start: number; end: number };

/** Who may have said it. */
export type SpeakerOption = {
  /** "identified:<id>", "host:<id>", or a source alone. */
  value: string;
  source: Source;
  participantId: string | null;
  label: string;
  /** Role, phase and region; or what the source means. */
  description: string;
  seat: string | null;
  /** Only while names are shown. */
  name: string | null;
};

export type Command =
  | "undo"
  | "edit"
  | "next"
  | "hands"
  | "agreement"
  | "room"
  | "note"
  | "unknown"
  | "moment"
  | "round"
  | "names"
  | "retry";

export type Choice =
  | { kind: "speaker"; option: SpeakerOption }
  | { kind: "theme"; id: string; title: string; colour: string; area: boolean }
  | { kind: "stance"; stance: Stance }
  | { kind: "question"; id: string; position: number; text: string }
  | { kind: "command"; command: Command };

const MAX_QUERY = 40;
const LOOKS_LIKE_A_SIGN = new Set<string>(SIGNS);

/**
 * The sign that the caret is behind, if any: at the beginning or after white space, with no line break and
 * no white space right behind it. A person's name may hold spaces, so what is looked for may.
 */
export function openSign(text: string, caret: number): OpenSign | null {
  const before = text.slice(0, caret);
  const line = before.lastIndexOf("\n") + 1;
  for (let start = caret - 1; start >= line && caret - start <= MAX_QUERY + 1; start--) {
    const sign = before[start] ?? "";
    const opens = LOOKS_LIKE_A_SIGN.has(sign) && (start === 0 || /\s/.test(before[start - 1] ?? ""));
    if (!opens) continue;
    const query = before.slice(start + 1);
    if (/^\s/.test(query)) return null;
    return { sign: sign as Sign, query, start, end: caret };
  }
  return null;
}

/** The text without the sign and what was typed behind it, and where the caret is then. */
export function withoutSign(text: string, { start, end }: OpenSign): { text: string; caret: number } {
  const before = text.slice(0, start);
  const after = text.slice(end);
  // "word @p07 word" leaves one space, not two.
  const joined = before.endsWith(" ") && after.startsWith(" ") ? before + after.slice(1) : before + after;
  return { text: joined, caret: before.length };
}

export type Room = {
  speakers: readonly SpeakerOption[];
  themes: readonly { id: string; title: string; colour: string; area: boolean }[];
  questions: readonly { id: string; position: number; text: string }[];
  commands: readonly { command: Command; words: readonly string[] }[];
};

/** Signs that stand for one choice alone. */
export const SIGN_STANCE: Partial<Record<Sign, Stance>> = { "+": "strength", "-": "improvement", "!": "ask" };
const MAX_CHOICES = 24;

/** What can be chosen behind the sign, the likeliest first; nothing where what is typed fits nothing. */
export function choicesFor({ sign, query }: OpenSign, room: Room): Choice[] {
  const stance = SIGN_STANCE[sign];
  if (stance) return query === "" ? [{ kind: "stance", stance }] : [];
  const sought = plain(query);
  switch (sign) {
    case "@":
      return best(room.speakers, (option) => speakerScore(option, sought)).map((option) => ({
        kind: "speaker",
        option,
      }));
    case "#":
      return best(room.themes, ({ title }) => wordScore(title, sought)).map((theme) => ({
        kind: "theme",
        ...theme,
      }));
    case "?":
      return best(room.questions, ({ position, text }) =>
        sought === String(position) ? 3 : wordScore(text, sought),
      ).map((question) => ({ kind: "question", ...question }));
    case "/":
      return best(room.commands, ({ words }) =>
        Math.max(...words.map((word) => wordScore(word, sought))),
      ).map(({ command }) => ({ kind: "command", command }));
    default:
      return [];
  }
}

/** Lower case, without accents and signs. */
function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The best first; those of the same score stay in their order. Score 0 is no match. */
function best<T>(all: readonly T[], score: (one: T) => number): T[] {
  return all
    .map((one, index) => ({ one, index, score: score(one) }))
    .filter((rated) => rated.score > 0)
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, MAX_CHOICES)
    .map(({ one }) => one);
}

/** 3 for the beginning of the text, 2 for the beginning of a later word, 1 for anything when nothing is sought. */
function wordScore(text: string, sought: string): number {
  if (sought === "") return 1;
  const words = plain(text);
  if (words.startsWith(sought)) return 3;
  return words.includes(` ${sought}`) ? 2 : 0;
}

/** Label and seat are said exactly; then the name, its initials, and last the role. */
function speakerScore({ label, seat, name, description }: SpeakerOption, sought: string): number {
  if (sought === "") return 1;
  const shortLabel = plain(label).replace(/^([a-z]+)0+/, "$1");
  if (plain(label) === sought || shortLabel === sought) return 9;
  if (seat !== null && plain(seat) === sought) return 8;
  // "7" finds P07, and no longer P17.
  if (/^\d+$/.test(sought)) return shortLabel.replace(/^[a-z]+/, "").startsWith(sought) ? 7 : 0;
  if (plain(label).startsWith(sought)) return 6;
  if (name !== null) {
    if (initials(name) === sought.replaceAll(" ", "")) return 5;
    const score = wordScore(name, sought);
    if (score > 0) return score + 1.5;
  }
  // "A participant, not known" is sought by its later words too.
  const score = Math.max(wordScore(label, sought), wordScore(description, sought));
  return score > 0 ? score - 0.5 : 0;
}

function initials(name: string): string {
  return plain(name)
    .split(" ")
    .map((word) => word[0] ?? "")
    .join("");
}
