import type { Shape } from "../text/heads";
import { canBeName, cleanName } from "../text/names";
import { CLOCK } from "../text/when";

const DATE = String.raw`\d{1,4}[./-]\d{1,2}[./-]\d{1,4}`;
/** Teams copies chats in brackets too, without the comma. */
const HEAD = new RegExp(String.raw`^(?:\[(${DATE}, ${CLOCK})\] |(${DATE},? ${CLOCK}) [-–] )`);

const BY_PROGRAM = "It is a line of the program, not a message";
const NOT_THERE = "It says that something is not in the file";
/** What an export writes in place of a picture, a file or a deleted message. */
const MISSING =
  /^(?:<[^<>]{1,60} omitted>|(?:image|video|audio|sticker|gif|document|contact card|media) omitted|<attached: [^<>]{1,200}>|(?:this message was deleted|you deleted this message)\.?|null)$/i;

/** The first line of every chat; where a group has a name, it stands before it as if the group had said it. */
const FIRST_LINE = /^messages and calls are end-to-end encrypted/i;

/** "12/05/2026, 14:02 - Ada Lane: words" or "[12/05/2026, 14:02:11] Ada Lane: words", as WhatsApp exports a chat. */
export const whatsappHead: Shape = (lines, at) => {
  const line = lines[at]?.text ?? "";
  const head = HEAD.exec(line);
  const time = head?.[1] ?? head?.[2];
  if (!head || time === undefined) return null;
  const rest = line.slice(head[0].length);
  const colon = rest.slice(0, 100).search(/:(?:\s|$)/);
  const speaker = colon < 0 ? "" : rest.slice(0, colon).replace(/^~\s?/, "");
  const text = rest.slice(colon + 1).trim();
  // After a full head a year may stand in a name.
  if (!canBeName(speaker.replace(/\d{4}/g, "")) || FIRST_LINE.test(text))
    return { speaker: null, time, text: rest, lines: 1, out: BY_PROGRAM };
  const found = { speaker: cleanName(speaker), time, text, lines: 1 };
  return MISSING.test(text) ? { ...found, out: NOT_THERE } : found;
};
