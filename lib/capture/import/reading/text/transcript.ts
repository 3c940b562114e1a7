import type { Turn } from "../format";
import { hasSpeakers, readPrefix } from "../speech";
import { chooseShape, sectionsOf, type Chosen, type Section } from "./choose-shape";
import {
  nameAboveTime,
  nameColonTime,
  nameThenTime,
  timeAboveName,
  timeAboveWords,
  timeThenName,
  timeThenWords,
} from "./heads";
import type { Line } from "./lines";
import { isOfTheDay, timeAlone } from "./when";

/** In the order in which they are preferred where as many heads fit. */
const SHAPES = [
  nameColonTime,
  timeThenName,
  nameThenTime,
  nameAboveTime,
  timeAboveName,
  timeAboveWords,
  timeThenWords,
];

/**
 * The shape of the heads with which the turns of a transcript begin, judged over its beginning; null where lines begin with
 * "Name:" more often, or nothing is a head.
 */
export function transcriptShape(beginning: readonly Line[]): Chosen | null {
  const chosen = chooseShape(beginning, SHAPES);
  if (!chosen) return null;
  const timed = chosen.kind === timeThenName ? chooseShape(beginning, [timeThenWords]) : null;
  // Times of an agenda, of which some have a colon behind them.
  if (timed && timed.heads.length > chosen.heads.length * 1.5) return timed;
  const prefixed = beginning.filter(
    ({ text }, at) => chosen.shape(beginning, at) === null && readPrefix(text) !== null,
  );
  const names = hasSpeakers(beginning) && prefixed.length > chosen.heads.length;
  return names && chosen.kind !== timeAboveWords && chosen.kind !== timeThenWords ? null : chosen;
}

const BEFORE = "It stands before the first turn";
export const BY_PROGRAM = "It is a line of the program that made the file, not what somebody said";
/** Chats of programs that are not known may mark what was written to one person. */
const PRIVATE = /\((?:direct message|privately|private)\)/i;
const NOT_TO_ALL = "It was a message to one person, not to everybody";
const NO_WORDS = "It has a speaker and a time, but no words";

/** What programs write between turns or below them. */
const OWN_LINE =
  /^(?:\p{L}.{0,79} (?:started|stopped) transcription|(?:transcription|recording|meeting) ended after \d.{0,40}|this (?:editable )?transcript was (?:computer|auto|machine).{1,160}|(?:view )?(?:the )?original transcript at .{1,120}|\[?end of (?:the )?(?:transcript|recording|transcription)\]?\.?)$/iu;
/** Whose program it was, below everything that was said. */
const FOOTER =
  /^(?:transcribed|transcription|transcript|transcript generated|generated|recorded|created|produced|powered|exported) (?:by|with|using|from) .{1,120}$/i;

/** Whether a line is the program's own. */
export function isOwnLine(line: Line, isLast: boolean): boolean {
  if (line.text.length > 240) return false;
  return OWN_LINE.test(line.text) || (isLast && FOOTER.test(line.text));
}

/** Turns with heads, and what stands before them and is the program's own. */
export function turnsByHeads(lines: readonly Line[], chosen: Chosen): Turn[] {
  const { before, sections } = sectionsOf(lines, chosen);
  const last = lines.at(-1);
  const turns = sections.flatMap((section) => turnsOfSection(section, last));
  return [...paragraphsOut(before, BEFORE), ...inSentences(withNames(turns))];
}

function turnsOfSection({ line, head, body }: Section, last: Line | undefined): Turn[] {
  const own = body.filter((one) => isOwnLine(one, one === last));
  const turns: Turn[] = [{ line, speaker: head.speaker, text: head.text, time: head.time }];
  for (const one of body.filter((line) => !own.includes(line))) {
    // Some programs give the time of each paragraph, and the name only of the first.
    const time = head.speaker !== null && one.afterBlank ? timeAlone(one.text) : null;
    const turn = turns.at(-1);
    if (time !== null && isOfTheDay(time) === isOfTheDay(head.time))
      turns.push({ line: one.line, speaker: head.speaker, text: "", time });
    else if (turn) turn.text += `${turn.text === "" ? "" : "\n"}${one.text}`;
  }
  const isPrivate = PRIVATE.test(head.speaker ?? "");
  return [
    ...turns.map((turn) =>
      turn.text === "" ? { ...turn, out: NO_WORDS } : isPrivate ? { ...turn, out: NOT_TO_ALL } : turn,
    ),
    ...own.map((one) => ({ line: one.line, speaker: null, text: one.text, out: BY_PROGRAM })),
  ];
}

/** Lines that are left out, a row for each paragraph. */
export function paragraphsOut(lines: readonly Line[], out: string): Turn[] {
  const rows: Turn[] = [];
  for (const { line, text, afterBlank } of lines) {
    const last = rows.at(-1);
    if (last && !afterBlank) last.text += `\n${text}`;
    else rows.push({ line, speaker: null, text, out });
  }
  return rows;
}

/** Below times that name nobody the words may begin with "Name:". */
function withNames(turns: readonly Turn[]): readonly Turn[] {
  const nameless = turns.filter(({ speaker, out }) => speaker === null && out === undefined);
  const names = nameless.flatMap(({ text }) => readPrefix(text)?.speaker ?? []);
  const isAgenda = new Set(names).size === names.length && names.length < nameless.length * 0.8;
  if (!hasSpeakers(nameless) || isAgenda) return turns;
  return turns.map((turn) => {
    const prefixed = turn.speaker === null && turn.out === undefined ? readPrefix(turn.text) : null;
    if (!prefixed) return turn;
    return prefixed.text === "" ? { ...turn, ...prefixed, out: NO_WORDS } : { ...turn, ...prefixed };
  });
}

const ENDS_SENTENCE = /[.?!…]["”’)\]]{0,3}$/;
const LONG_SENTENCE = 600;

/** Where nobody is named, pieces are joined until a sentence ends, as captions are; not where no sentence ever ends. */
function inSentences(turns: readonly Turn[]): Turn[] {
  const nameless = turns.filter(({ speaker, out }) => speaker === null && out === undefined);
  const ending = nameless.filter(({ text }) => ENDS_SENTENCE.test(text)).length;
  if (ending * 5 < nameless.length || !goesOn(nameless)) return [...turns];
  const joined: Turn[] = [];
  for (const turn of turns) {
    const last = joined.at(-1);
    const both = [last, turn].every((one) => one?.speaker === null && one.out === undefined);
    if (last && both && !ENDS_SENTENCE.test(last.text) && last.text.length < LONG_SENTENCE)
      last.text += ` ${turn.text}`;
    else joined.push({ ...turn });
  }
  return joined;
}

/** Whether most pieces behind one that ends no sentence go on with it. Notes begin with a capital letter, and end as they like. */
function goesOn(pieces: readonly Turn[]): boolean {
  const after = pieces.slice(1).filter((_, at) => !ENDS_SENTENCE.test(pieces[at]?.text ?? ""));
  return after.filter(({ text }) => !/^["“‘(]?\p{Lu}/u.test(text)).length * 2 >= after.length;
}
