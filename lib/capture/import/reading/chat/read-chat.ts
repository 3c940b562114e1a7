import type { Turn } from "../format";
import { meetHead } from "./meet";
import { rowsOfMessage } from "./message";
import { webexHead } from "./webex";
import { whatsappHead } from "./whatsapp";
import { zoomHead } from "./zoom";
import { chooseShape, sectionsOf, type Chosen } from "../text/choose-shape";
import { nameThenTime, timeThenName } from "../text/heads";
import { beginningOf, linesOf } from "../text/lines";
import { paragraphsOut, transcriptShape } from "../text/transcript";
import { isOfTheDay } from "../text/when";

/** Programs whose chats nothing else looks like. */
const CHATS = [zoomHead, whatsappHead, meetHead, webexHead];

/**
 * The shape of a chat's messages, judged over the beginning of the text. Chats of Teams look like transcripts, but for the
 * half of the day, the day or, in brackets, the hour and minute of their times.
 */
function chatShape(text: string): Chosen | null {
  const lines = beginningOf(text);
  const known = chooseShape(lines, CHATS, true);
  if (known) return known;
  const chosen = transcriptShape(lines);
  if (!chosen || (chosen.kind !== nameThenTime && chosen.kind !== timeThenName)) return null;
  const times = chosen.heads.map(({ time }) => time);
  const inBrackets = lines.some(({ text }) => /^\[\d{2}:\d{2}\]/.test(text));
  return times.filter(isOfTheDay).length * 2 >= times.length || (inBrackets && chosen.kind === timeThenName)
    ? chosen
    : null;
}

/** Whether a text is the chat of a meeting. */
export function isChat(text: string): boolean {
  return chatShape(text) !== null;
}

const BEFORE = "It stands before the first message";

/**
 * Messages of a chat as turns; lines without a head belong to the message before them. Reactions, what a reply quotes,
 * messages to one person and lines of the program are left out.
 */
export function readChat(text: string): Turn[] {
  const lines = linesOf(text);
  const chosen = chatShape(text);
  if (!chosen) return [];
  const { before, sections } = sectionsOf(lines, chosen);
  return [...paragraphsOut(before, BEFORE), ...sections.flatMap(rowsOfMessage)];
}
