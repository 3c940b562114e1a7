import type { Turn } from "../format";
import type { Section } from "../text/choose-shape";
import { isOwnLine, BY_PROGRAM } from "../text/transcript";

const REACTED = /^reacted to ["“].*["”] with\b/is;
const REMOVED = /^removed an? .{1,30} reaction from ["“].*["”]$/is;
/** An emoji, or its name between colons; somebody who writes "with horror" wrote a message. */
const SIGN = /^["“]?(?:[^\p{L}\s"”]{1,20}|:[\w+-]{1,40}:)?["”]?$/u;
const QUOTES = /^replying to ["“]/i;

const IS_REACTION = "It is a reaction to a message, not a message";
const QUOTED = "It is the beginning of the message that is replied to";
const EMPTY = "It is a message without words";
const EDITED = /\s?<this message was edited>$/i;
const WAS_EDITED = "It says that the message was edited";

/** A message of a chat as rows: its own words, and apart from them what it quotes and what the program wrote. */
export function rowsOfMessage({ line, head, body }: Section): Turn[] {
  const own = body.filter((one) => isOwnLine(one, false));
  const lines = [{ line, text: head.text }, ...body.filter((one) => !own.includes(one))].filter(
    ({ text }) => text !== "",
  );
  const { speaker, time } = head;
  const row = (some: typeof lines, out?: string): Turn => ({
    line: some[0]?.line ?? line,
    speaker,
    time,
    text: some.map(({ text }) => text).join("\n"),
    ...(out === undefined ? {} : { out }),
  });
  const told = own.map((one) => ({ line: one.line, speaker: null, text: one.text, out: BY_PROGRAM }));
  if (lines.length === 0) return [{ ...row(lines), out: head.out ?? EMPTY }, ...told];
  if (head.out !== undefined) return [row(lines, head.out), ...told];
  if (isReaction(row(lines).text)) return [row(lines, IS_REACTION), ...told];
  const { quote, words } = replyIn(lines);
  const rows = quote.length > 0 ? [row(quote, QUOTED)] : [];
  if (words.length > 0) rows.push(...withoutEdited(row(words)));
  return [...rows, ...told];
}

function isReaction(message: string): boolean {
  if (message.length > 2_000) return false;
  const reacted = REACTED.exec(message);
  return reacted ? SIGN.test(message.slice(reacted[0].length).trim()) : REMOVED.test(message);
}

type Lines = { line: number; text: string }[];

/** The quoted beginning ends at the first quotation mark that ends a line, or that dots stand before. */
function replyIn(lines: Lines): { quote: Lines; words: Lines } {
  if (!QUOTES.test(lines[0]?.text ?? "")) return { quote: [], words: lines };
  for (const [at, { line, text }] of lines.entries()) {
    if (at > 4) break;
    const end = endOfQuote(text, at === 0);
    if (end === null) continue;
    const rest = text.slice(end).trim();
    const words = [...(rest === "" ? [] : [{ line, text: rest }]), ...lines.slice(at + 1)];
    return { quote: [...lines.slice(0, at), { line, text: text.slice(0, end) }], words };
  }
  return { quote: [], words: lines };
}

function endOfQuote(text: string, isFirst: boolean): number | null {
  const opens = isFirst ? "Replying to “".length : 0;
  const dots = text.slice(opens).search(/(?:\.{3}|…)["”](?:\s|$)/);
  if (dots >= 0) return opens + dots + text.slice(opens + dots).search(/["”]/) + 1;
  if (/["”]$/.test(text) && text.length > opens) return text.length;
  const mark = isFirst ? text.slice(opens).search(/["”]\s/) : -1;
  return mark < 0 ? null : opens + mark + 1;
}

function withoutEdited(turn: Turn): Turn[] {
  const edited = EDITED.exec(turn.text.slice(-40));
  if (!edited) return [turn];
  const text = turn.text.slice(0, turn.text.length - edited[0].length);
  const told = { ...turn, text: edited[0].trim(), out: WAS_EDITED };
  return text.trim() === "" ? [told] : [{ ...turn, text }, told];
}
