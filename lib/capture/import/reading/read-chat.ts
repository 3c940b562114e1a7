import type { Turn } from "./format";

const TIME = String.raw`(?:\d{1,2}[./]\d{1,2}[./]\d{2,4},? )?(\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp][Mm])?)`;
/** 10:02:13 From Ada Lane to Everyone: words (Zoom, older and newer) */
const ZOOM = new RegExp(String.raw`^${TIME}\s+From\s+`);
/** [10:02] Ada Lane, or [10:02] Ada Lane: words */
const BRACKETS = new RegExp(String.raw`^\[${TIME}\]\s+(?=\S)([^:\n]{1,80})(?::|$)`);
/** Ada Lane  10:02, alone on its line (Teams, copied) */
const BLOCK = new RegExp(String.raw`^(\p{L}[^:\n]{0,79}?)(?:\s{2,}|\t\s*| )${TIME}$`, "u");

type Head = { time: string; speaker: string; text: string; out?: string };

function headOf(line: string): Head | null {
  const zoom = ZOOM.exec(line);
  const sent = zoom && sentOf(line.slice(zoom[0].length));
  if (zoom?.[1] && sent) return { time: zoom[1], ...sent };
  const brackets = BRACKETS.exec(line);
  if (brackets?.[1] && brackets[2]) {
    const text = line.slice(brackets[0].length).trimStart();
    return { time: brackets[1], speaker: brackets[2].trim(), text };
  }
  const block = BLOCK.exec(line);
  if (block?.[1] && block[2]) return { time: block[2], speaker: block[1].trim(), text: "" };
  return null;
}

const NOT_TO_ALL = "It was a message to one person, not to everybody";

/** "Ada Lane to Everyone: words". A colon inside a name has no space after it. */
function sentOf(line: string): Omit<Head, "time"> | null {
  const colon = 1 + line.slice(1).search(/:(?=\s|$)/);
  if (colon === 0) return null;
  const names = line.slice(0, colon).trimEnd();
  const between = names.search(/\s[Tt]o\s/);
  const speaker = between < 0 ? names : names.slice(0, between).trimEnd();
  const to = between < 0 ? "" : names.slice(between + " to ".length).trim();
  const direct = /direct message|privately/i.test(to) || (to !== "" && !/^(everyone|all\b)/i.test(to));
  const text = line.slice(colon + ": ".length);
  return direct ? { speaker, text, out: NOT_TO_ALL } : { speaker, text };
}

/** Whether a text is the chat of a meeting: it begins with a message, and has one every few lines. */
export function isChat(text: string): boolean {
  const lines = text
    .slice(0, 20_000)
    .split("\n")
    .filter((line) => line.trim() !== "");
  const heads = lines.filter((line) => headOf(line.trim()) !== null).length;
  return headOf(lines[0]?.trim() ?? "") !== null && heads >= Math.max(1, lines.length / 12);
}

/** Messages of a chat as turns; lines without a time belong to the message before them. */
export function readChat(text: string): Turn[] {
  const turns: Turn[] = [];
  for (const [index, typed] of text.split("\n").entries()) {
    const line = typed.trim();
    const head = headOf(line);
    const last = turns.at(-1);
    if (head) turns.push({ ...head, line: index + 1, time: onTheDay(head.time) });
    else if (line !== "" && last) last.text += `${last.text === "" ? "" : "\n"}${line}`;
  }
  return turns.filter(({ text: words }) => words.trim() !== "");
}

/** "2:05 PM" as "14:05". */
function onTheDay(time: string): string {
  const [, hours = "", rest = "", half = ""] = /^(\d{1,2})(:[\d:]+)\s?([ap]m)?$/i.exec(time) ?? [];
  if (half === "") return time;
  const hour = (Number(hours) % 12) + (half.toLowerCase() === "pm" ? 12 : 0);
  return `${String(hour).padStart(2, "0")}${rest}`;
}
